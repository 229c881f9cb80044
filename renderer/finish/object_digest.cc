#include "finish/object_digest.h"

#include <memory>
#include <stdexcept>

#include "base/sha256.h"
#include "finish/open_pdf.h"

namespace lembar::finish {

namespace {
constexpr int kDeepest = 500;  // a sheet's own objects lie ten deep; its tags a little deeper
}

ObjectDigester::ObjectDigester(QPDF& pdf) {
  int number = 0;
  for (const QPDFObjectHandle& page : pdf.getAllPages()) pages_[page.getObjGen()] = ++number;
}

std::string ObjectDigester::digest(QPDFObjectHandle object, const std::set<std::string>& without) {
  return of(object, without, 0);
}

std::string ObjectDigester::of(QPDFObjectHandle object, const std::set<std::string>& without, int depth) {
  if (depth > kDeepest) throw std::runtime_error("objects lie too deep");
  const bool indirect = object.isIndirect();
  const QPDFObjGen id = object.getObjGen();
  // Signing fills the field, and nothing else of the sheet.
  if (object.isDictionary() && object.getKey("/FT").isNameAndEquals("/Sig")) return "field " + object.getKey("/T").unparseResolved();
  if (indirect) {
    if (depth > 0 && pages_.count(id)) return "page " + std::to_string(pages_[id]);
    if (known_.count(id)) return known_[id];
    if (open_.count(id)) return "up " + std::to_string(open_[id]);
    open_[id] = static_cast<int>(open_.size());
  }
  Sha256 sum;
  if (object.isArray()) {
    sum.add_part("array");
    for (int i = 0; i < object.getArrayNItems(); ++i) sum.add_part(of(object.getArrayItem(i), {}, depth + 1));
  } else if (object.isDictionary() || object.isStream()) {
    QPDFObjectHandle dictionary = object.isStream() ? object.getDict() : object;
    // What is packed counts, not how.
    const auto data = object.isStream() ? unpacked(object, kMostUnpacked) : std::nullopt;
    sum.add_part("dictionary");
    for (const std::string& key : dictionary.getKeys()) {
      if (without.count(key) || key == "/Length" || key == "/Parent" || key == "/P") continue;
      if (data && (key == "/Filter" || key == "/DecodeParms")) continue;
      sum.add_part(key).add_part(of(dictionary.getKey(key), {}, depth + 1));
    }
    if (data) sum.add_part(*data);
    if (object.isStream() && !data) {
      const std::shared_ptr<Buffer> raw = object.getRawStreamData();
      sum.add_part({reinterpret_cast<const char*>(raw->getBuffer()), raw->getSize()});
    }
  } else {
    sum.add_part(object.unparseResolved());
  }
  const std::string out = sum.hex();
  if (indirect) {
    open_.erase(id);
    known_[id] = out;
  }
  return out;
}

}  // namespace lembar::finish
