#include "cli/read_source.h"

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>

namespace lembar::cli {

namespace {

Diagnostic read_fault(const std::string& name, int number) {
  const std::string why = std::strerror(number);
  return {Severity::error, Fault::surroundings, "system-read", {name, 0, 0, 1, {}},
          {"Berkas tidak dapat dibaca: " + why + ".", "The file cannot be read: " + why + "."},
          {{"Periksa nama dan hak berkas itu.", "Check the file's name and permissions."}}};
}

}  // namespace

std::optional<Diagnostic> read_source(const std::string& name, Source& source) {
  source.name = name;
  if (name == "-") {
    source.bytes.assign(std::istreambuf_iterator<char>(std::cin), {});
    if (std::cin.bad()) return read_fault("stdin", EIO);
    return std::nullopt;
  }
  std::error_code fault;
  if (std::filesystem::is_directory(name, fault)) return read_fault(name, EISDIR);
  errno = 0;
  std::ifstream in(name, std::ios::binary);
  if (!in) return read_fault(name, errno ? errno : ENOENT);
  source.bytes.assign(std::istreambuf_iterator<char>(in), {});
  if (in.bad()) return read_fault(name, EIO);
  return std::nullopt;
}

}  // namespace lembar::cli
