#include <filesystem>

#include "cli/read_source.h"
#include "cli/verbs/verbs.h"
#include "lembar/output_file.h"
#include "lembar/revise.h"

namespace lembar::cli {

namespace {

namespace fs = std::filesystem;

// From the new file's folder to the old one's, with a slash at its end; empty where they are one.
std::string way_back(const std::string& from, const std::string& to) {
  const auto folder = [](const std::string& file) {
    std::error_code fault;
    const fs::path parent = fs::path(file).parent_path();
    const fs::path whole = fs::weakly_canonical(parent.empty() ? "." : parent, fault);
    return fault ? parent : whole;
  };
  const fs::path way = folder(to).lexically_relative(folder(from));
  return way.empty() || way == "." ? "" : way.generic_string() + "/";
}

class New : public Verb {
 public:
  CLI::App& describe(CLI::App& program, Language language) override {
    CLI::App& verb = *program.add_subcommand("new", in(language, {"sumber berketerangan untuk memulai",
                                                                  "a commented source to start from"}));
    verb.add_option("FILE", file_, in(language, {"ke mana; berkas itu belum boleh ada (bawaan: stdout)",
                                                 "where to; it must not be there yet (default: stdout)"}));
    verb.add_option("-o,--output", file_, in(language, {"sama dengan itu", "the same"}));
    verb.add_option("--template", template_, in(language, {"nama templat (bawaan: p35)",
                                                           "a template's name (default: p35)"}));
    verb.add_option("--from", from_, in(language, {"mulai dari lembar ini, XML atau PDF Lembar, tanpa nomor, tanggal, pejabat, dan riwayatnya",
                                                   "start from this sheet, XML or a PDF of ours, without its number, dates, official and history"}));
    return verb;
  }

  std::optional<Wording> contradiction() const override {
    if (!from_.empty() && !template_.empty())
      return Wording{"--from membawa templat lembar itu sendiri; pilih salah satu, --from atau --template",
                     "--from brings that sheet's own template; choose one of --from and --template"};
    return std::nullopt;
  }

  void run(Talk& talk) override {
    const bool to_stdout = file_.empty() || file_ == "-";
    std::error_code fault;
    if (!to_stdout && fs::exists(fs::symlink_status(file_, fault)))
      return talk.refuse({"berkas sudah ada dan tidak akan ditimpa: " + file_, "the file is there already and will not be written over: " + file_});
    const CommentLanguage language = talk.language() == Language::indonesian ? CommentLanguage::indonesian : CommentLanguage::english;
    StartResult start;
    if (from_.empty()) {
      const bool is_file = template_.find('/') != std::string::npos || fs::path(template_).extension() == ".xml";
      const std::string written = is_file && !to_stdout ? way_back(file_, template_) + fs::path(template_).filename().string() : "";
      start = start_sheet(template_, written, language);
    } else {
      Source source;
      if (const auto unread = read_source(from_, source)) return talk.report({*unread});
      start = start_from(source, to_stdout || from_ == "-" ? "" : way_back(file_, from_), language);
    }
    talk.report(start.diagnostics);
    if (start.bytes.empty()) return;
    if (to_stdout) talk.result(start.bytes);
    else if (const auto unwritten = write_new_output(file_, start.bytes)) talk.report({*unwritten});
  }

 private:
  std::string file_, template_, from_;
};

}  // namespace

std::unique_ptr<Verb> make_new() { return std::make_unique<New>(); }

}  // namespace lembar::cli
