// Unpacks what strangers packed, up to a limit: a few kilobytes can hold gigabytes of nothing.
#pragma once

#include <qpdf/QPDFObjectHandle.hh>

#include <cstddef>
#include <optional>
#include <string>

namespace lembar::finish {

// The data of a stream; absent where it is broken or longer than `most`.
std::optional<std::string> unpacked(QPDFObjectHandle stream, std::size_t most);

// qpdf unpacks object streams and cross-reference streams whole while it opens a file, without a limit. This looks
// at them first, without keeping them.
bool is_safe_to_open(const std::string& pdf, std::size_t most);

}  // namespace lembar::finish
