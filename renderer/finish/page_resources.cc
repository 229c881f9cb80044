#include "finish/page_resources.h"

#include <set>

namespace lembar::finish {

namespace {

class Collector {
 public:
  void enter(QPDFObjectHandle object) {
    if (object.isIndirect() && !met_.insert(object.getObjGen()).second) return;
    if (object.isIndirect()) found_.push_back(object);
    if (object.isArray()) {
      for (int i = 0; i < object.getArrayNItems(); ++i) enter(object.getArrayItem(i));
    } else if (object.isDictionary() || object.isStream()) {
      QPDFObjectHandle dictionary = object.isStream() ? object.getDict() : object;
      for (const std::string& key : dictionary.getKeys()) enter(dictionary.getKey(key));
    }
  }
  std::vector<QPDFObjectHandle> take() { return std::move(found_); }

 private:
  std::set<QPDFObjGen> met_;
  std::vector<QPDFObjectHandle> found_;
};

}  // namespace

std::vector<QPDFObjectHandle> page_resources(QPDF& pdf) {
  Collector collector;
  for (QPDFObjectHandle page : pdf.getAllPages()) collector.enter(page.getKey("/Resources"));
  return collector.take();
}

}  // namespace lembar::finish
