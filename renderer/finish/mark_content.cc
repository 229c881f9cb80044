#include "finish/mark_content.h"

#include <qpdf/Pl_Buffer.hh>
#include <qpdf/Pl_Flate.hh>

#include "finish/mark_operators.h"
#include "finish/unpack.h"

namespace lembar::finish {

namespace {
constexpr std::size_t kMostOperatorBytes = std::size_t{1} << 30;

// Packed at once: a long document's operators are ten times as big.
QPDFObjectHandle packed_stream(QPDF& pdf, const std::string& data) {
  Pl_Buffer packed("packed");
  Pl_Flate deflate("deflate", &packed, Pl_Flate::a_deflate);
  deflate.write(reinterpret_cast<const unsigned char*>(data.data()), data.size());
  deflate.finish();
  QPDFObjectHandle stream = QPDFObjectHandle::newStream(&pdf, packed.getBufferSharedPointer());
  stream.getDict().replaceKey("/Filter", QPDFObjectHandle::newName("/FlateDecode"));
  return stream;
}

}  // namespace

bool mark_content(QPDF& pdf, QPDFObjectHandle page, const std::vector<std::string>& tags) {
  QPDFObjectHandle contents = page.getKey("/Contents");
  if (contents.isArray() && contents.getArrayNItems() == 1) contents = contents.getArrayItem(0);
  if (!contents.isStream()) return tags.empty();
  const auto operators = unpacked(contents, kMostOperatorBytes);
  std::string marked;
  if (!operators || !mark_operators(*operators, tags, marked)) return false;
  page.replaceKey("/Contents", packed_stream(pdf, marked));
  return true;
}

}  // namespace lembar::finish
