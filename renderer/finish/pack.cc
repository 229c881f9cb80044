#include "finish/pack.h"

#include <qpdf/Pl_Flate.hh>
#include <qpdf/Pl_String.hh>

namespace lembar::finish {

std::string packed(std::string_view data) {
  std::string out;
  Pl_String end("packed", nullptr, out);
  Pl_Flate deflate("deflate", &end, Pl_Flate::a_deflate);
  deflate.write(reinterpret_cast<const unsigned char*>(data.data()), data.size());
  deflate.finish();
  return out;
}

}  // namespace lembar::finish
