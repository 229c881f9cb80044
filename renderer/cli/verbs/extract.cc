#include <filesystem>

#include "cli/read_source.h"
#include "cli/verbs/verbs.h"
#include "lembar/output_file.h"
#include "lembar/verify.h"

namespace lembar::cli {

namespace {

namespace fs = std::filesystem;

class Extract : public Verb {
 public:
  CLI::App& describe(CLI::App& program, Language language) override {
    CLI::App& verb = *program.add_subcommand("extract", in(language, {"kembalikan bahan sebuah PDF: sumber, gambar, templat",
                                                                      "give back what a PDF was made from: source, pictures, templates"}));
    verb.add_option("FILE", file_, in(language, {"PDF; - membaca stdin", "a PDF; - reads stdin"}))->required();
    verb.add_option("-o,--output", output_, in(language, {"folder untuk berkasnya, atau - untuk satu berkas ke stdout (bawaan: folder bernama sama dengan PDF)",
                                                          "folder for the files, or - for one of them to stdout (default: a folder named after the PDF)"}));
    verb.add_option("--file", wanted_, in(language, {"hanya yang ini, menurut namanya di dalam PDF (dengan -o -: bawaannya sumber)",
                                                     "only this one, by its name in the PDF (with -o -: default the source)"}));
    verb.add_flag("--list", list_, in(language, {"sebutkan isinya, tanpa menulis apa pun",
                                                 "say what is inside, and write nothing"}));
    return verb;
  }

  std::optional<Wording> contradiction() const override {
    if (file_ == "-" && output_.empty() && !list_)
      return Wording{"untuk stdin, beri folder dengan -o", "for stdin, give a folder with -o"};
    return std::nullopt;
  }

  void run(Talk& talk) override {
    Source source;
    if (const auto fault = read_source(file_, source)) return talk.report({*fault});
    RecordResult read = read_record(file_, source.bytes);
    talk.report(read.diagnostics);
    if (!read.record) return;
    const std::vector<RecordFile>& files = read.record->files;
    if (files.empty() || !read.record->ours) {
      return talk.report({{Severity::error, Fault::input, "record-none", {file_, 0, 0, 1, {}},
                           {"PDF ini tidak dibuat oleh Lembar, atau tidak membawa sumbernya.", "This PDF was not made by Lembar, or carries no source."},
                           {{"Berikan PDF yang dibuat lembar render; salinan telaah tidak membawa sumber.",
                             "Give a PDF that lembar render has made; a review copy carries no source."}}}});
    }
    if (list_) return list(files, talk);
    if (output_ == "-") return print(files, talk);
    write(files, talk);
  }

 private:
  static void list(const std::vector<RecordFile>& files, Talk& talk) {
    const std::vector<std::string> places = places_of(files);
    std::string lines;
    for (std::size_t i = 0; i < files.size(); ++i) {
      lines += files[i].name + "\t" + std::to_string(files[i].bytes.size()) + "\t" + files[i].media_type + "\t" + places[i] + "\n";
    }
    talk.result(lines);
  }

  void print(const std::vector<RecordFile>& files, Talk& talk) const {
    for (const RecordFile& file : files)
      if (wanted_.empty() || file.name == wanted_) return talk.result(file.bytes);
    talk.refuse(unknown_name());
  }

  Wording unknown_name() const {
    return {"di dalam PDF tidak ada berkas " + wanted_ + "; lihat --list", "there is no file " + wanted_ + " in the PDF; see --list"};
  }

  void write(const std::vector<RecordFile>& files, Talk& talk) const {
    const fs::path folder = output_.empty() ? fs::path(file_).replace_extension() : fs::path(output_);
    const std::vector<std::string> places = places_of(files);
    bool any = false;
    for (std::size_t i = 0; i < files.size(); ++i) {
      if (!wanted_.empty() && files[i].name != wanted_) continue;
      any = true;
      const fs::path target = folder / places[i];
      std::error_code fault;
      fs::create_directories(target.parent_path(), fault);  // a failure shows when the file is written
      // What the author has changed since is not lost.
      if (const auto failed = write_new_output(target.string(), files[i].bytes)) return talk.report({*failed});
      talk.say(target.string());
    }
    if (!any) talk.refuse(unknown_name());
  }

  std::string file_, output_, wanted_;
  bool list_ = false;
};

}  // namespace

std::unique_ptr<Verb> make_extract() { return std::make_unique<Extract>(); }

}  // namespace lembar::cli
