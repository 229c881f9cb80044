// A verification told in lines, in both languages.
#include "lembar/verify.h"

namespace lembar {

namespace {

Wording verdict_line(const Verification& v) {
  switch (v.verdict) {
    case Verdict::same:
      return {"sama: dokumen ini persis yang dibuat oleh sumber di dalamnya", "same: this document is exactly what its source makes"};
    case Verdict::changed:
      return {"berubah: dokumen ini bukan yang dibuat oleh sumber di dalamnya", "changed: this document is not what its source makes"};
    case Verdict::other_version:
      if (v.differences.empty())
        return {"versi lain: isi sama, dibuat oleh versi lain", "other version: the same content, made by another version"};
      return {"versi lain: dibuat oleh versi lain, dan isinya berbeda", "other version: made by another version, and the content differs"};
    case Verdict::not_ours: break;
  }
  return {"bukan dari Lembar", "not made by Lembar"};
}

Wording signature_line(const RecordSignature& s, std::size_t file_size) {
  const std::string who = s.field + (s.signer.empty() ? "" : " (" + s.signer + ")");
  if (!s.is_signed) return {"tanda tangan " + who + ": kosong", "signature " + who + ": empty"};
  if (s.covered == 0) return {"tanda tangan " + who + ": tidak mencakup apa pun", "signature " + who + ": covers nothing"};
  if (s.fit == SignatureFit::broken)
    return {"tanda tangan " + who + ": RUSAK, bagian yang ditandatangani telah berubah", "signature " + who + ": BROKEN, what was signed has changed"};
  const bool all = s.covered == file_size;
  Wording out{"tanda tangan " + who + ": ", "signature " + who + ": "};
  out.id += all ? "mencakup seluruh berkas" : "mencakup revisi sampai byte " + std::to_string(s.covered);
  out.en += all ? "covers the whole file" : "covers the revision up to byte " + std::to_string(s.covered);
  out.id += s.fit == SignatureFit::fits ? ", revisi itu utuh" : ", keutuhannya tidak dapat dihitung di sini";
  out.en += s.fit == SignatureFit::fits ? ", that revision is untouched" : ", whether it is untouched cannot be told here";
  return out;
}

}  // namespace

std::vector<Wording> verification_text(const Verification& v) {
  std::vector<Wording> out{verdict_line(v)};
  for (const Wording& what : v.differences) out.push_back({"  " + what.id, "  " + what.en});
  for (const Wording& what : v.made_with) out.push_back({"  dibuat dengan " + what.id, "  made with " + what.en});
  if (v.original > 0) {
    const std::string size = std::to_string(v.original);
    out.push_back({"lembar aslinya, " + size + " byte pertama, tidak tersentuh", "the original sheet, the first " + size + " bytes, is untouched"});
  }
  for (const RecordSignature& signature : v.record.signatures) out.push_back(signature_line(signature, v.file_size));
  return out;
}

}  // namespace lembar
