// Which characters XML 1.0 lets stand where. Bytes in, so that nobody decodes a file twice.
#pragma once

#include <cstdint>
#include <string_view>

#include "base/letters.h"
#include "base/utf8.h"

namespace lembar::read {

bool is_xml_char(std::uint32_t code);
bool is_xml_space(char c);
bool is_name_start(std::uint32_t code);
bool is_name_char(std::uint32_t code);

// Bytes of the name that stands at `at`; 0 where none does.
std::size_t name_length(std::string_view text, std::size_t at);
bool all_space(std::string_view text);

}  // namespace lembar::read
