#include "base/sha256.h"

#include "support/catch.h"

namespace lembar {

// The examples that FIPS 180-4 came with.
TEST_CASE("known words have the known hash") {
  CHECK(sha256_of("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  CHECK(sha256_of("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(sha256_of("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq") ==
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
  CHECK(sha256_of(std::string(1'000'000, 'a')) == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST_CASE("it does not matter how the bytes come in") {
  std::string bytes;
  for (int i = 0; i < 300; ++i) bytes += static_cast<char>(i);
  for (std::size_t cut = 0; cut <= bytes.size(); ++cut)
    CHECK(Sha256().add(bytes.substr(0, cut)).add(bytes.substr(cut)).hex() == sha256_of(bytes));
}

TEST_CASE("parts do not run together") {
  CHECK(Sha256().add_part("ab").add_part("c").hex() != Sha256().add_part("a").add_part("bc").hex());
}

}  // namespace lembar
