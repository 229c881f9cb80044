#include "lembar/record.h"

#include "finish/read_record.h"
#include "job/guard.h"

namespace lembar {

RecordResult read_record(const std::string& name, const std::string& pdf) {
  RecordResult result;
  job::guarded(result.diagnostics, [&] {
    Outcome<Record> read = finish::read_record(name, pdf);
    result.record = std::move(read.value);
    result.diagnostics = std::move(read.diagnostics);
  });
  return result;
}

}  // namespace lembar
