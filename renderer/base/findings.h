// Collects what a stage has to say, each with its place, and hands it over in the order of the files.
//
// An upper bound keeps a broken file from filling the memory: after kMostFindings the rest is only counted, and
// one remark says how many there were.
#pragma once

#include <string>
#include <vector>

#include "base/outcome.h"
#include "base/source_span.h"

namespace lembar {

class Findings {
 public:
  static constexpr std::size_t kMostFindings = 200;

  explicit Findings(const SourceFiles& files) : files_(files) {}

  // An error always says what to do about it; warnings and remarks where there is something to do.
  void error(const SourceSpan& where, std::string code, Wording message, std::vector<Wording> remedies,
             Fault fault = Fault::input);
  void warning(const SourceSpan& where, std::string code, Wording message, std::vector<Wording> remedies = {});
  void remark(const SourceSpan& where, std::string code, Wording message, std::vector<Wording> remedies = {});

  bool any_error() const { return errors_ > 0; }
  std::size_t errors() const { return errors_; }  // those left out too
  // No use to think up costly remedies any more.
  bool full() const { return found_.size() >= kMostFindings; }
  // Sorted by file, line and column; those of one place as they came.
  std::vector<Diagnostic> take();

 private:
  struct Found {
    SourceSpan where;
    Diagnostic diagnostic;
  };
  void add(Severity severity, const SourceSpan& where, std::string code, Wording message, std::vector<Wording> remedies,
           Fault fault);

  const SourceFiles& files_;
  std::vector<Found> found_;
  std::size_t left_out_ = 0;
  std::size_t errors_ = 0;
};

// Words of the author in a message: in double quotes, cut where they are too long to read.
std::string in_quotes(std::string_view words);
// "a, b, c" for lists of allowed words.
std::string joined(const std::vector<std::string>& words, std::string_view between = ", ");

}  // namespace lembar
