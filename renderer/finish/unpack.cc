#include "finish/unpack.h"

#include <qpdf/Pl_Discard.hh>
#include <qpdf/Pl_Flate.hh>
#include <qpdf/Pl_Function.hh>

#include <exception>
#include <stdexcept>
#include <string_view>

namespace lembar::finish {

namespace {

constexpr std::string_view kStream = "stream";
constexpr std::size_t kLongestDictionary = 4096;  // of an object stream; its keys are a handful

struct TooMuch : std::runtime_error {
  TooMuch() : std::runtime_error("too much data") {}
};

bool has(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

// How many filters a dictionary names, by the letters of their names.
int filters_in(std::string_view dictionary) {
  int count = 0;
  for (std::size_t at = 0; (at = dictionary.find("Decode", at)) != std::string_view::npos; at += 6) {
    count += dictionary.substr(at, 11) != "DecodeParms";
  }
  return count;
}

// The text between the last "obj" and the word stream.
std::string_view dictionary_before(std::string_view pdf, std::size_t stream) {
  const std::size_t from = stream > kLongestDictionary ? stream - kLongestDictionary : 0;
  const std::string_view text = pdf.substr(from, stream - from);
  const std::size_t at = text.rfind("obj");
  return at == std::string_view::npos ? text : text.substr(at);
}

// Bytes that come out of deflated ones, counted up to a bit over `most`. Broken data ends the count: qpdf stops there too.
std::size_t inflated_size(std::string_view packed, std::size_t most) {
  std::size_t size = 0;
  Pl_Discard end;
  Pl_Function count("count", &end, [&](const unsigned char*, std::size_t n) {
    if ((size += n) > most) throw TooMuch();
  });
  try {
    Pl_Flate inflate("inflate", &count, Pl_Flate::a_inflate);
    inflate.setWarnCallback([](const char*, int) { throw TooMuch(); });
    // In pieces, so that what follows the stream's end in the file is not walked through.
    constexpr std::size_t kPiece = 1 << 14;
    for (std::size_t at = 0; at < packed.size(); at += kPiece) {
      const std::string_view piece = packed.substr(at, kPiece);
      inflate.write(reinterpret_cast<const unsigned char*>(piece.data()), piece.size());
    }
  } catch (const std::exception&) {
    // Too much, or no deflated data at all: the count says which.
  }
  return size;
}

}  // namespace

std::optional<std::string> unpacked(QPDFObjectHandle stream, std::size_t most) {
  if (!stream.isStream()) return std::nullopt;
  std::string out;
  bool sound = true;
  Pl_Discard end;
  Pl_Function keep("keep", &end, [&](const unsigned char* data, std::size_t n) {
    if (out.size() + n > most) {
      sound = false;
      throw TooMuch();
    }
    out.append(reinterpret_cast<const char*>(data), n);
  });
  bool filtered = false;
  const bool piped = stream.pipeStreamData(&keep, &filtered, 0, qpdf_dl_generalized, true);
  if (!piped || !sound || !filtered) return std::nullopt;
  return out;
}

bool is_safe_to_open(const std::string& pdf, std::size_t most) {
  const std::string_view all = pdf;
  std::size_t left = most;
  std::size_t end = 0;  // the first "endstream" behind the data; looked for again only where the data has passed it
  for (std::size_t at = all.find(kStream); at != std::string_view::npos; at = all.find(kStream, at + kStream.size())) {
    if (at >= 3 && all.substr(at - 3, 3) == "end") continue;
    const std::string_view dictionary = dictionary_before(all, at);
    // A name may hide behind #xx; such streams are looked at too.
    if (!has(dictionary, "/ObjStm") && !has(dictionary, "/XRef") && !has(dictionary, "#")) continue;
    if (filters_in(dictionary) > 1 || has(dictionary, "LZW")) return false;
    std::size_t data = at + kStream.size();
    while (data < all.size() && (all[data] == '\r' || all[data] == '\n')) ++data;
    if (end < data) end = all.find("endstream", data);
    const std::size_t size = inflated_size(all.substr(data, end == std::string_view::npos ? end : end - data), left);
    if (size > left) return false;
    left -= size;
  }
  return true;
}

}  // namespace lembar::finish
