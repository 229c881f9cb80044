// A digest of an object with all that it leads to, by what it says and not by how it is numbered.
#pragma once

#include <qpdf/QPDF.hh>

#include <map>
#include <set>
#include <string>

namespace lembar::finish {

class ObjectDigester {
 public:
  // Pages are named by their number and not entered.
  explicit ObjectDigester(QPDF& pdf);

  // Without these keys of the object itself.
  std::string digest(QPDFObjectHandle object, const std::set<std::string>& without = {});

 private:
  std::string of(QPDFObjectHandle object, const std::set<std::string>& without, int depth);

  std::map<QPDFObjGen, int> pages_;
  std::map<QPDFObjGen, std::string> known_;
  std::map<QPDFObjGen, int> open_;  // those being digested: their order says what a circle leads back to
};

}  // namespace lembar::finish
