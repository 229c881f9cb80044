// Verifications for programs: docs/verify-json.md.
#include "base/json.h"
#include "lembar/verify.h"

namespace lembar {

namespace {

const char* verdict_name(Verdict verdict) {
  switch (verdict) {
    case Verdict::same: return "same";
    case Verdict::changed: return "changed";
    case Verdict::other_version: return "other-version";
    case Verdict::not_ours: break;
  }
  return "not-ours";
}

const char* fit_name(SignatureFit fit) {
  switch (fit) {
    case SignatureFit::fits: return "fits";
    case SignatureFit::broken: return "broken";
    case SignatureFit::unknown: break;
  }
  return "unknown";
}

void add_wordings(JsonWriter& out, const char* key, const std::vector<Wording>& list) {
  out.key(key).begin_array();
  for (const Wording& words : list) out.begin_object().member("id", words.id).member("en", words.en).end_object();
  out.end_array();
}

void add_record(JsonWriter& out, const Record& record) {
  out.member("pages", record.pages).member("version", record.origin.version).key("sheets").begin_array();
  for (const RecordSheet& s : record.sheets) {
    out.line().begin_object().member("judul", s.title).member("nomor", s.number).member("unit", s.unit).member("revisi", s.revision);
    out.member("status", s.status).member("penandatangan", s.signer).member("tanggal-pembuatan", s.created);
    out.member("tanggal-efektif", s.effective).member("tanggal-revisi", s.revised).end_object();
  }
  out.end_array().key("signatures").begin_array();
  for (const RecordSignature& s : record.signatures) {
    out.line().begin_object().member("field", s.field).member("signed", s.is_signed);
    if (s.is_signed) {
      out.member("signer", s.signer).member("time", s.time).member("covered", s.covered).member("revision", fit_name(s.fit));
    }
    out.end_object();
  }
  out.end_array();
}

}  // namespace

std::string verifications_json(const std::vector<std::pair<std::string, Verification>>& verifications) {
  JsonWriter out;
  out.begin_array();
  for (const auto& [file, v] : verifications) {
    out.line().begin_object().member("file", file).member("holds", v.holds());
    // A file that could not be judged has no verdict.
    if (exit_status(v.diagnostics) == 0) {
      out.member("verdict", verdict_name(v.verdict)).member("size", v.file_size).member("original", v.original);
      add_wordings(out, "differences", v.differences);
      add_wordings(out, "madeWith", v.made_with);
      add_record(out, v.record);
    }
    out.key("faults").begin_array();
    for (const Diagnostic& d : v.diagnostics) {
      out.begin_object().member("code", d.code).member("id", d.message.id).member("en", d.message.en).end_object();
    }
    out.end_array().end_object();
  }
  return out.end_array().take();
}

}  // namespace lembar
