#include "lembar/output_file.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "support/catch.h"

namespace lembar {

namespace {

namespace fs = std::filesystem;

class Folder {
 public:
  Folder() {
    std::string name = (fs::temp_directory_path() / "lembar-output-XXXXXX").string();
    path_ = ::mkdtemp(name.data());
  }
  ~Folder() { fs::remove_all(path_); }
  std::string path(const std::string& name) const { return (path_ / name).string(); }
  std::size_t files() const { return static_cast<std::size_t>(std::distance(fs::directory_iterator(path_), {})); }
  const fs::path& root() const { return path_; }

 private:
  fs::path path_;
};

std::string bytes_of(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void put(const std::string& path, const std::string& bytes) { std::ofstream(path, std::ios::binary) << bytes; }

}  // namespace

TEST_CASE("a result is new, or takes the place of the old one, and nothing else stays in the folder") {
  const Folder folder;
  const std::string path = folder.path("a.pdf");
  REQUIRE_FALSE(write_output(path, "one"));
  REQUIRE_FALSE(write_output(path, "two"));
  CHECK(bytes_of(path) == "two");
  CHECK(folder.files() == 1);
}

TEST_CASE("a result has the rights that the umask leaves, and keeps those of the old one") {
  const Folder folder;
  const mode_t before = ::umask(027);
  REQUIRE_FALSE(write_output(folder.path("a"), "x"));
  ::umask(before);
  struct stat status {};
  REQUIRE(::stat(folder.path("a").c_str(), &status) == 0);
  CHECK((status.st_mode & 0777) == 0640);
  REQUIRE(::chmod(folder.path("a").c_str(), 0600) == 0);
  REQUIRE_FALSE(write_output(folder.path("a"), "y"));
  REQUIRE(::stat(folder.path("a").c_str(), &status) == 0);
  CHECK((status.st_mode & 0777) == 0600);
}

TEST_CASE("what must be new takes nobody's place") {
  const Folder folder;
  REQUIRE_FALSE(write_new_output(folder.path("a"), "one"));
  const auto refused = write_new_output(folder.path("a"), "two");
  REQUIRE(refused);
  CHECK(refused->code == "output-exists");
  CHECK(bytes_of(folder.path("a")) == "one");
  CHECK(folder.files() == 1);
}

TEST_CASE("temporaries of the dead are swept, those of the living and all other files stay") {
  const Folder folder;
  const std::string dead = folder.path(".a.pdf.lembar-AbCdEf"), alive = folder.path(".b.pdf.lembar-AbCdEf");
  for (const std::string& path : {dead, alive, folder.path("c.pdf"), folder.path(".config.backup")}) put(path, "x");
  const int held = ::open(alive.c_str(), O_RDONLY);
  REQUIRE(::flock(held, LOCK_EX) == 0);
  sweep_temporaries(folder.root().string());
  CHECK_FALSE(fs::exists(dead));
  CHECK(fs::exists(alive));
  CHECK(folder.files() == 3);
  ::close(held);
  sweep_temporaries(folder.root().string());
  CHECK(folder.files() == 2);
}

}  // namespace lembar
