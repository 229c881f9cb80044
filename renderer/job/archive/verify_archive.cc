#include "base/sha256.h"
#include "job/archive/shelf.h"
#include "job/guard.h"
#include "job/resources.h"
#include "lembar/archive.h"

namespace lembar {

namespace {

class Verifier {
 public:
  Verifier(const std::string& archive, const std::function<void(std::size_t, std::size_t)>& seen) : seen_(seen), shelf_(archive) {}

  ArchiveProof run() {
    if (!shelf_.open(proof_.diagnostics)) return std::move(proof_);
    if (shelf_.broken_sums > 0) fault(job::kSums, "archive-sums", {"Ada baris yang rusak di sini.", "There are broken lines here."}, {"Kembalikan berkas ini dari salinan cadangan.", "Bring this file back from a backup."});
    if (shelf_.sums.empty() && shelf_.tree.empty()) {
      fault("", "archive-empty", {"Ini bukan arsip, atau arsip yang kosong.", "This is no archive, or an empty one."},
            {"Sebutkan folder yang diberikan kepada lembar archive dengan -o.", "Name the folder that lembar archive was given with -o."});
      return std::move(proof_);
    }
    std::size_t done = 0;
    for (const std::string& path : shelf_.tree) {
      look(path);
      if (seen_) seen_(++done, shelf_.tree.size());
    }
    for (const auto& [path, sum] : shelf_.sums)
      if (seen_paths_.count(path) == 0)
        fault(path, "archive-missing", {"Berkas arsip ini hilang.", "This file of the archive is missing."}, {"Kembalikan dari salinan cadangan.", "Bring it back from a backup."});
    compare_index();
    return std::move(proof_);
  }

 private:
  void fault(const std::string& path, const char* code, Wording what, Wording remedy) {
    proof_.diagnostics.push_back(
        {Severity::error, Fault::input, code, {path.empty() ? shelf_.folder() : shelf_.full(path), 0, 0, 1, {}}, std::move(what), {std::move(remedy)}});
  }

  void look(const std::string& path) {
    const auto listed = shelf_.sums.find(path);
    if (listed == shelf_.sums.end()) {
      fault(path, "archive-unlisted", {"Berkas ini tidak terdaftar dalam SHA256SUMS.", "This file does not stand in SHA256SUMS."},
            {"Jalankan lembar archive sekali lagi; bila tetap begini, keluarkan berkas ini.", "Run lembar archive once more; if it stays so, take the file out."});
      return;
    }
    seen_paths_[path] = true;
    const auto bytes = job::read_file(shelf_.full(path));
    if (!bytes || sha256_of(*bytes) != listed->second) {
      altered_ = true;
      fault(path, "archive-altered", {"Berkas ini tidak lagi seperti saat diarsipkan.", "This file is no longer as it was archived."},
            {"Kembalikan dari salinan cadangan.", "Bring it back from a backup."});
      return;
    }
    if (const auto holding = shelf_.read(path, proof_.diagnostics)) {
      holdings_[path] = *holding;
      ++proof_.whole;
    }
  }

  // The index must say what the files say. Where some are missing or altered, only the others can be compared.
  void compare_index() {
    for (const auto& [path, entry] : shelf_.index)
      if (seen_paths_.count(path) == 0 && shelf_.sums.count(path) == 0) wrong_index(path);
    if (altered_ || holdings_.size() != shelf_.sums.size()) {
      for (const auto& [path, holding] : holdings_)
        if (shelf_.index.count(path) == 0) wrong_index(path);
      return;
    }
    job::set_standings(holdings_);
    if (job::index_text(holdings_, *shelf_.retention) != shelf_.index_words) wrong_index(job::kIndex);
  }

  void wrong_index(const std::string& path) {
    fault(path, "archive-index", {"Indeks tidak sesuai dengan isi arsip.", "The index does not say what the archive holds."},
          {"Hapus indeks.csv, lalu jalankan lembar archive: indeks dibuat kembali dari PDF-PDF itu.",
           "Remove indeks.csv, then run lembar archive: it is made again from the PDFs."});
  }

  const std::function<void(std::size_t, std::size_t)>& seen_;
  job::Shelf shelf_;
  job::Holdings holdings_;
  std::map<std::string, bool> seen_paths_;
  bool altered_ = false;
  ArchiveProof proof_;
};

}  // namespace

ArchiveProof verify_archive(const std::string& archive, const std::function<void(std::size_t, std::size_t)>& seen) {
  ArchiveProof proof;
  std::vector<Diagnostic> thrown;
  job::guarded(thrown, [&] { proof = Verifier(archive, seen).run(); });
  proof.diagnostics.insert(proof.diagnostics.end(), thrown.begin(), thrown.end());
  return proof;
}

}  // namespace lembar
