#include "cli/cli.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>

#include "cli/options.h"
#include "cli/output_file.h"
#include "cli/print_diagnostics.h"

namespace lembar::cli {

namespace {

namespace fs = std::filesystem;

constexpr int kWrongUsage = 2;

Diagnostic read_fault(const std::string& name, int number) {
  const std::string why = std::strerror(number);
  return {Severity::error, Fault::surroundings, "system-read", {name, 0, 0, 1, {}},
          {"Berkas tidak dapat dibaca: " + why + ".", "The file cannot be read: " + why + "."},
          {{"Periksa nama dan hak berkas itu.", "Check the file's name and permissions."}}};
}

std::optional<Diagnostic> read_source(const std::string& name, Source& source) {
  source.name = name;
  if (name == "-") {
    source.bytes.assign(std::istreambuf_iterator<char>(std::cin), {});
    if (std::cin.bad()) return read_fault("stdin", EIO);
    return std::nullopt;
  }
  std::error_code fault;
  if (fs::is_directory(name, fault)) return read_fault(name, EISDIR);
  errno = 0;
  std::ifstream in(name, std::ios::binary);
  if (!in) return read_fault(name, errno ? errno : ENOENT);
  source.bytes.assign(std::istreambuf_iterator<char>(in), {});
  if (in.bad()) return read_fault(name, EIO);
  return std::nullopt;
}

std::string ending(const RenderOptions& options) {
  switch (options.emit) {
    case Emit::model: return ".model.json";
    case Emit::layout: return ".layout.json";
    case Emit::scene: return ".scene.json";
    case Emit::sheet: break;
  }
  return options.format == FileFormat::pdf ? ".pdf" : options.format == FileFormat::svg ? ".svg" : ".png";
}

// "-" for stdout, else the path of the first (or only) result.
std::string target_of(const Options& options, const std::string& source) {
  const std::string end = ending(options.render);
  if (options.output == "-") return "-";
  if (options.output.empty()) {
    const bool talk = source == "-" || options.render.emit != Emit::sheet;
    return talk ? "-" : fs::path(source).replace_extension(end).string();
  }
  std::error_code fault;
  const bool folder = options.files.size() > 1 || options.output.back() == '/' || fs::is_directory(options.output, fault);
  if (!folder) return options.output;
  const fs::path name = source == "-" ? fs::path("stdin") : fs::path(source).filename();
  return (fs::path(options.output) / name).replace_extension(end).string();
}

// name.svg, or name-1.svg, name-2.svg … where there are several pages.
std::string page_target(const std::string& target, std::size_t page, std::size_t pages) {
  if (pages == 1) return target;
  const fs::path path = target;
  const std::string name = path.stem().string() + "-" + std::to_string(page + 1) + path.extension().string();
  return (path.parent_path() / name).string();
}

class Run {
 public:
  explicit Run(const Options& options) : options_(options) {}

  int run() {
    if (options_.verb == Verb::render && options_.files.size() > 1 && !options_.output.empty()) {
      std::error_code fault;
      fs::create_directories(options_.output, fault);
    }
    for (const std::string& file : options_.files) {
      options_.verb == Verb::render ? render_one(file) : check_one(file);
    }
    if (options_.verb == Verb::check && options_.check_format == CheckFormat::json) {
      say_on_stdout(diagnostics_json(found_));
    }
    return status_;
  }

 private:
  void report(const std::vector<Diagnostic>& diagnostics) {
    status_ = std::max(status_, exit_status(diagnostics));
    const bool json = options_.verb == Verb::check && options_.check_format == CheckFormat::json;
    if (json) {
      found_.insert(found_.end(), diagnostics.begin(), diagnostics.end());
      return;
    }
    const std::string text = printed(diagnostics, options_.language);
    // What a check finds is its result; what a render says is talk.
    if (options_.verb == Verb::check) {
      say_on_stdout(text);
    } else {
      std::fputs(text.c_str(), stderr);
    }
  }

  void say_on_stdout(const std::string& text) {
    const bool written = std::fwrite(text.data(), 1, text.size(), stdout) == text.size() && std::fflush(stdout) == 0;
    if (written) return;
    const Diagnostic fault{Severity::error, Fault::surroundings, "system-write", {"stdout", 0, 0, 1, {}},
                           {"Keluaran tidak dapat ditulis.", "The output cannot be written."}, {}};
    status_ = std::max(status_, exit_status({fault}));
    std::fputs(printed({fault}, options_.language).c_str(), stderr);
  }

  void refuse(const Wording& why) {
    status_ = std::max(status_, kWrongUsage);
    std::fprintf(stderr, "lembar: %s\n", in(options_.language, why).c_str());
  }

  void check_one(const std::string& file) {
    Source source;
    if (const auto fault = read_source(file, source)) {
      report({*fault});
    } else {
      report(check_source(source));
    }
  }

  void render_one(const std::string& file) {
    Source source;
    if (const auto fault = read_source(file, source)) {
      report({*fault});
      return;
    }
    const std::string target = target_of(options_, file);
    std::error_code fault;
    if (target != "-" && file != "-" && fs::equivalent(target, file, fault)) {
      refuse({"hasil akan menimpa sumbernya sendiri: " + file, "the result would replace its own source: " + file});
      return;
    }
    const RenderResult result = render(source, options_.render);
    report(result.diagnostics);
    if (options_.explain) {
      for (const std::string& line : result.explanations) std::fprintf(stderr, "%s: %s\n", file.c_str(), line.c_str());
    }
    write(target, result.files);
  }

  void write(const std::string& target, const std::vector<std::string>& files) {
    if (target == "-" && files.size() > 1) {
      refuse({"stdout hanya untuk satu halaman; ada " + std::to_string(files.size()) + " halaman, pakailah -o",
              "stdout takes one page; there are " + std::to_string(files.size()) + ", use -o"});
      return;
    }
    for (std::size_t page = 0; page < files.size(); ++page) {
      if (target == "-") {
        say_on_stdout(files[page]);
      } else if (const auto fault = write_output(page_target(target, page, files.size()), files[page])) {
        report({*fault});
        return;
      }
    }
  }

  const Options& options_;
  std::vector<Diagnostic> found_;
  int status_ = 0;
};

}  // namespace

int run(const std::vector<std::string>& arguments) {
  const Parsed parsed = parse(arguments);
  std::fputs(parsed.to_stdout.c_str(), stdout);
  std::fputs(parsed.to_stderr.c_str(), stderr);
  return parsed.options ? Run(*parsed.options).run() : parsed.status;
}

}  // namespace lembar::cli
