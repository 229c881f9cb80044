#include "finish/signature_digest.h"

#include "base/sha256.h"

namespace lembar::finish {

namespace {

// The attribute messageDigest in DER: its name (1.2.840.113549.1.9.4), a set of one string of 32 bytes, as SHA-256 gives.
constexpr std::string_view kMessageDigest("\x06\x09\x2A\x86\x48\x86\xF7\x0D\x01\x09\x04\x31\x22\x04\x20", 15);
constexpr std::size_t kDigestBytes = 32;

std::string hex(std::string_view bytes) {
  std::string out;
  for (const char c : bytes) {
    out += "0123456789abcdef"[static_cast<unsigned char>(c) >> 4];
    out += "0123456789abcdef"[static_cast<unsigned char>(c) & 15];
  }
  return out;
}

}  // namespace

SignatureFit signature_fit(std::string_view first, std::string_view second, const std::string& cms) {
  Sha256 sum;
  sum.add(first).add(second);
  const std::string covered = sum.hex();
  SignatureFit fit = SignatureFit::unknown;
  // A time stamp within has an attribute of the same name, which tells of something else.
  for (std::size_t at = cms.find(kMessageDigest); at != std::string::npos; at = cms.find(kMessageDigest, at + 1)) {
    if (hex(cms.substr(at + kMessageDigest.size(), kDigestBytes)) == covered) return SignatureFit::fits;
    fit = SignatureFit::broken;
  }
  return fit;
}

}  // namespace lembar::finish
