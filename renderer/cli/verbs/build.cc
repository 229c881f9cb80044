#include "lembar/build.h"

#include <charconv>
#include <filesystem>

#include "cli/progress.h"
#include "cli/read_source.h"
#include "cli/verbs/verbs.h"

namespace lembar::cli {

namespace {

namespace fs = std::filesystem;

// "3/8": the third of eight.
bool read_share(const std::string& words, int& shard, int& shards) {
  const char *const start = words.data(), *const end = start + words.size();
  const auto [slash, fault] = std::from_chars(start, end, shard);
  if (fault != std::errc() || slash == end || *slash != '/') return false;
  const auto [last, other_fault] = std::from_chars(slash + 1, end, shards);
  return other_fault == std::errc() && last == end && shard >= 1 && shards >= shard;
}

// Every line of a sheet or a PDF would be taken for a file's name.
bool may_be_list(const std::string& bytes) {
  const std::size_t first = bytes.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
  return (first == std::string::npos || bytes[first] != '<') && bytes.find('\0') == std::string::npos && bytes.rfind("%PDF-", 0) != 0;
}

class Build : public Verb {
 public:
  CLI::App& describe(CLI::App& program, Language language) override {
    CLI::App& verb = *program.add_subcommand("build", in(language, {"gambar seluruh folder, atau sebuah daftar sumber: hanya yang berubah, beberapa sekaligus",
                                                                    "draw a whole folder, or a list of sources: only what changed, in parallel"}));
    verb.add_option("FROM", from_, in(language, {"folder berisi sumber, atau berkas teks berisi daftarnya, satu per baris; - membaca daftar dari stdin",
                                                 "a folder with sources, or a text file that lists them, one a line; - reads the list from stdin"}))->required();
    verb.add_option("-o,--output", options_.output, in(language, {"folder untuk PDF-nya",
                                                                  "folder of the PDFs"}))->required();
    verb.add_option("-j,--jobs", options_.threads, in(language, {"jumlah lembar yang digambar sekaligus (bawaan: sebanyak kemampuan mesin)",
                                                                 "sheets drawn at once (default: as many as the machine runs)"}))->check(whole_number(1, 1024, language));
    verb.add_option("--shard", share_, in(language, {"K/N: hanya bagian ke-K dari N, untuk mesin berkelompok",
                                                     "K/N: only the K-th of N shares, for batch engines"}));
    verb.add_flag("--again", options_.again, in(language, {"buat semua, berubah atau tidak",
                                                           "make all, changed or not"}));
    verb.add_option("--template", options_.render.template_name, in(language, {"templat, pengganti yang disebut sumber",
                                                                               "template in place of the sources'"}));
    verb.add_option("--paper", options_.render.paper, in(language, {"kertas, pengganti yang disebut sumber",
                                                                    "paper in place of the sources'"}));
    signing_.add(verb, language, "--sign", in(language, {"wet (tanda tangan basah), tte, atau blank (kosong), pengganti yang disebut sumber",
                                                         "wet, tte or blank, in place of the sources'"}));
    verb.add_option("--fonts", options_.render.fonts_folder, in(language, {"folder huruf milik kantor sendiri",
                                                                           "folder of an office's own fonts"}));
    return verb;
  }

  std::optional<Wording> contradiction() const override {
    int shard = 1, shards = 1;
    if (!share_.empty() && !read_share(share_, shard, shards))
      return Wording{"--shard perlu K/N dengan 1 <= K <= N, misalnya 3/8", "--shard takes K/N with 1 <= K <= N, as in 3/8"};
    if (options_.output == "-") return Wording{"-o perlu sebuah folder", "-o takes a folder"};
    return std::nullopt;
  }

  void run(Talk& talk) override {
    if (!share_.empty()) read_share(share_, options_.shard, options_.shards);
    if (signing_.given()) options_.render.signing = signing_.value();
    std::error_code fault;
    if (from_ != "-" && fs::is_directory(from_, fault)) {
      options_.folder = from_;
    } else {
      Source list;
      if (const auto unread = read_source(from_, list)) {
        talk.report({*unread});
        return;
      }
      if (!may_be_list(list.bytes))
        return talk.refuse({"ini bukan folder dan bukan daftar sumber: " + from_ + "; satu lembar digambar dengan lembar render",
                            "this is neither a folder nor a list of sources: " + from_ + "; one sheet is drawn by lembar render"});
      options_.list = std::move(list);
    }
    BuildReport report;
    {
      Progress progress(talk);
      bool told = false;
      report = build(options_, [&](const BuildProgress& at) {
        if (at.waiting && !told) talk.say(Wording{"menunggu proses lain yang sedang bekerja di folder ini …", "waiting for another run in this folder …"});
        told = told || at.waiting;
        if (!at.waiting) progress.show(at.done, at.total, at.failed);
      });
    }
    sum_up(report, talk);
  }

 private:
  // Failures last, for that is where the eye falls.
  static void sum_up(const BuildReport& report, Talk& talk) {
    const auto n = [](std::size_t number) { return std::to_string(number); };
    talk.report(report.diagnostics);
    Wording words{n(report.made) + " dibuat, " + n(report.unchanged) + " tidak berubah, " + n(report.failures.size()) + " gagal",
                  n(report.made) + " made, " + n(report.unchanged) + " unchanged, " + n(report.failures.size()) + " failed"};
    if (report.warned > 0) {
      words.id += "; " + n(report.warned) + " dengan peringatan (lihat dengan lembar check)";
      words.en += "; " + n(report.warned) + " with warnings (lembar check tells)";
    }
    talk.say(words);
    for (const BuiltSheet& sheet : report.failures) talk.report(sheet.diagnostics);
    for (const BuiltSheet& sheet : report.failures) talk.say(Wording{"gagal: " + sheet.source, "failed: " + sheet.source});
  }

  std::string from_, share_;
  BuildOptions options_;
  Choice<Signing> signing_{{{"wet", Signing::wet}, {"tte", Signing::tte}, {"blank", Signing::blank}}, ""};
};

}  // namespace

std::unique_ptr<Verb> make_build() { return std::make_unique<Build>(); }

}  // namespace lembar::cli
