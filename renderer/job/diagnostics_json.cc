#include <algorithm>

#include "base/json.h"
#include "lembar/render.h"

namespace lembar {

namespace {

const char* severity_name(Severity severity) {
  switch (severity) {
    case Severity::info: return "info";
    case Severity::warning: return "warning";
    case Severity::error: return "error";
  }
  return "error";
}

void add_wording(JsonWriter& out, const char* key, const Wording& words) {
  out.key(key).begin_object().member("id", words.id).member("en", words.en).end_object();
}

}  // namespace

std::string diagnostics_json(const std::vector<Diagnostic>& diagnostics) {
  JsonWriter out;
  out.begin_array();
  for (const Diagnostic& d : diagnostics) {
    out.line().begin_object().member("file", d.where.file).member("line", d.where.line);
    out.member("column", d.where.column).member("width", d.where.width);
    out.member("severity", severity_name(d.severity)).member("code", d.code);
    add_wording(out, "message", d.message);
    out.key("remedies").begin_array();
    for (const Wording& remedy : d.remedies) {
      out.begin_object().member("id", remedy.id).member("en", remedy.en).end_object();
    }
    out.end_array().end_object();
  }
  return out.end_array().take();
}

int exit_status(const std::vector<Diagnostic>& diagnostics) {
  int status = 0;
  for (const Diagnostic& d : diagnostics) {
    if (d.severity != Severity::error) continue;
    const int own = d.fault == Fault::ours ? 70 : d.fault == Fault::surroundings ? 3 : 1;
    status = std::max(status, own);
  }
  return status;
}

}  // namespace lembar
