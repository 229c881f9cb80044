#include "finish/record_mark.h"

#include "finish/finish_pdf.h"

namespace lembar::finish {

namespace {

using Object = QPDFObjectHandle;
using Pairs = std::vector<std::pair<std::string, std::string>>;

constexpr const char* kProgram = "/Lembar";
constexpr int kMarkVersion = 1;  // of the dictionary's form; a later one may add keys

constexpr std::pair<const char*, std::string RecordSheet::*> kSheetKeys[] = {
    {"/Title", &RecordSheet::title},     {"/Number", &RecordSheet::number},       {"/Unit", &RecordSheet::unit},
    {"/Revision", &RecordSheet::revision}, {"/Status", &RecordSheet::status},     {"/Signer", &RecordSheet::signer},
    {"/Created", &RecordSheet::created}, {"/Effective", &RecordSheet::effective}, {"/Revised", &RecordSheet::revised},
};

constexpr std::pair<const char*, RecordRole> kRoles[] = {
    {"/Source", RecordRole::source}, {"/Picture", RecordRole::picture}, {"/Template", RecordRole::template_file}};

Object written(const RecordFile& file) {
  Object out = Object::newDictionary();
  out.replaceKey("/Name", Object::newUnicodeString(file.name));
  out.replaceKey("/Path", Object::newUnicodeString(file.path));
  for (const auto& [name, role] : kRoles) {
    if (file.role == role) out.replaceKey("/Role", Object::newName(name));
  }
  return out;
}

Object written(const Pairs& pairs) {
  Object list = Object::newArray();
  for (const auto& [name, value] : pairs) {
    list.appendItem(Object::newUnicodeString(name));
    list.appendItem(Object::newUnicodeString(value));
  }
  return list;
}

Object written(const RecordSheet& sheet) {
  Object out = Object::newDictionary();
  for (const auto& [key, member] : kSheetKeys) {
    if (!(sheet.*member).empty()) out.replaceKey(key, Object::newUnicodeString(sheet.*member));
  }
  return out;
}

Pairs read_pairs(Object list) {
  Pairs out;
  for (int i = 0; list.isArray() && i + 1 < list.getArrayNItems(); i += 2) {
    out.emplace_back(words_of(list.getArrayItem(i)), words_of(list.getArrayItem(i + 1)));
  }
  return out;
}

Object entry(Object dictionary, const char* key) {
  return dictionary.isDictionary() ? dictionary.getKey(key) : Object::newNull();
}

RecordFile read_file(Object file) {
  RecordFile out;
  out.name = words_of(entry(file, "/Name"));
  out.path = words_of(entry(file, "/Path"));
  for (const auto& [name, role] : kRoles) {
    if (entry(file, "/Role").isNameAndEquals(name)) out.role = role;
  }
  return out;
}

}  // namespace

void write_mark(QPDF& pdf, const FinishInput& record, const std::string& date) {
  Object mark = Object::newDictionary();
  mark.replaceKey("/Form", Object::newInteger(kMarkVersion));
  mark.replaceKey("/Version", Object::newUnicodeString(record.origin.version));
  mark.replaceKey("/Libraries", written(record.origin.libraries));
  mark.replaceKey("/Options", written(record.origin.options));
  mark.replaceKey("/Fonts", written(record.origin.fonts));
  Object files = Object::newArray();
  for (const RecordFile& file : record.files) files.appendItem(written(file));
  mark.replaceKey("/Files", files);
  Object sheets = Object::newArray();
  for (const RecordSheet& sheet : record.sheets) sheets.appendItem(written(sheet));
  mark.replaceKey("/Sheets", sheets);
  Object piece = Object::newDictionary();
  piece.replaceKey("/LastModified", Object::newString(date));
  piece.replaceKey("/Private", pdf.makeIndirectObject(mark));
  Object pieces = Object::newDictionary();
  pieces.replaceKey(kProgram, piece);
  pdf.getRoot().replaceKey("/PieceInfo", pieces);
}

bool read_mark(QPDF& pdf, Record& record) {
  Object mark = entry(entry(entry(pdf.getRoot(), "/PieceInfo"), kProgram), "/Private");
  if (!mark.isDictionary() || !mark.getKey("/Form").isInteger()) return false;
  record.origin.version = words_of(mark.getKey("/Version"));
  record.origin.libraries = read_pairs(mark.getKey("/Libraries"));
  record.origin.options = read_pairs(mark.getKey("/Options"));
  record.origin.fonts = read_pairs(mark.getKey("/Fonts"));
  Object files = mark.getKey("/Files");
  for (int i = 0; files.isArray() && i < files.getArrayNItems(); ++i) {
    record.files.push_back(read_file(files.getArrayItem(i)));
  }
  Object sheets = mark.getKey("/Sheets");
  for (int i = 0; sheets.isArray() && i < sheets.getArrayNItems(); ++i) {
    RecordSheet sheet;
    for (const auto& [key, member] : kSheetKeys) sheet.*member = words_of(entry(sheets.getArrayItem(i), key));
    record.sheets.push_back(std::move(sheet));
  }
  return true;
}

std::string words_of(Object object) { return object.isString() ? object.getUTF8Value() : std::string(); }

}  // namespace lembar::finish
