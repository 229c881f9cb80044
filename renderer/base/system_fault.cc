#include "base/system_fault.h"

#include <cerrno>
#include <cstring>

namespace lembar {

namespace {

Wording reason(int number) {
  switch (number) {
    case ENOENT: return {"tidak ada", "it does not exist"};
    case EISDIR: return {"itu sebuah folder", "it is a folder"};
    case ENOTDIR: return {"yang seharusnya folder ternyata berkas", "what should be a folder is a file"};
    case EACCES:
    case EPERM: return {"tidak diizinkan", "permission is denied"};
    case EROFS: return {"sistem berkasnya hanya dapat dibaca", "its file system can only be read"};
    case ENOSPC:
    case EDQUOT: return {"cakramnya penuh", "the disk is full"};
    case ENAMETOOLONG: return {"namanya terlalu panjang", "its name is too long"};
    case ELOOP: return {"tautannya berputar-putar", "its links lead in a circle"};
    case EMFILE:
    case ENFILE: return {"terlalu banyak berkas terbuka", "too many files are open"};
    case EIO: return {"cakram atau jaringannya gagal", "the disk or the network failed"};
    default: return {std::strerror(number), std::strerror(number)};
  }
}

Wording remedy_for_reading(int number, const Wording& thing) {
  if (number == ENOENT || number == ENOTDIR) return {"Periksa nama dan tempat " + thing.id + " itu.", "Check the name and place of the " + thing.en + "."};
  if (number == EISDIR) return {"Sebutkan sebuah berkas di dalamnya.", "Name a file in it."};
  if (number == EACCES || number == EPERM) return {"Minta hak baca atas " + thing.id + " itu.", "Ask for the right to read the " + thing.en + "."};
  return {"Periksa " + thing.id + " itu, cakram, dan jaringannya.", "Check the " + thing.en + ", its disk and its network."};
}

Wording remedy_for_writing(int number) {
  switch (number) {
    case ENOENT: return {"Buat dahulu folder tujuannya, atau pilih folder yang ada.", "Make the target folder first, or choose one that is there."};
    case EISDIR: return {"Sebutkan nama berkas di dalamnya.", "Give the name of a file in it."};
    case ENOTDIR: return {"Pilih nama folder lain.", "Choose another folder's name."};
    case EACCES:
    case EPERM:
    case EROFS: return {"Pilih folder yang boleh Anda tulisi.", "Choose a folder that you may write to."};
    case ENOSPC:
    case EDQUOT: return {"Kosongkan sebagian cakram, atau pilih cakram lain.", "Make room on the disk, or choose another."};
    case ENAMETOOLONG: return {"Pilih nama yang lebih pendek.", "Choose a shorter name."};
    default: return {"Periksa folder tujuan, haknya, dan ruang cakram.", "Check the target folder, its permissions, and disk space."};
  }
}

Diagnostic fault(const char* code, const std::string& path, const Wording& what, int number, Wording remedy) {
  const Wording why = reason(number);
  return {Severity::error, Fault::surroundings, code, {path, 0, 0, 1, {}}, {what.id + ": " + why.id + ".", what.en + ": " + why.en + "."}, {std::move(remedy)}};
}

}  // namespace

Diagnostic unreadable_file(const std::string& path, int number) {
  return fault("system-read", path, {"Berkas tidak dapat dibaca", "The file cannot be read"}, number, remedy_for_reading(number, {"berkas", "file"}));
}

Diagnostic unreadable_folder(const std::string& path, int number) {
  return fault("system-read", path, {"Folder tidak dapat dibaca", "The folder cannot be read"}, number, remedy_for_reading(number, {"folder", "folder"}));
}

Diagnostic unwritable_file(const std::string& path, int number) {
  return fault("system-write", path, {"Berkas tidak dapat ditulis", "The file cannot be written"}, number, remedy_for_writing(number));
}

Diagnostic unwritable_folder(const std::string& path, int number) {
  return fault("system-write", path, {"Folder tidak dapat dibuat", "The folder cannot be made"}, number, remedy_for_writing(number));
}

}  // namespace lembar
