#include "canvas/haru/haru_document.h"

#include <algorithm>
#include <cstdio>

namespace lembar::canvas {

HaruDocument::HaruDocument() : document_(HPDF_New(remember, this)) {
  if (!document_) {
    fault_ = HPDF_FAILD_TO_ALLOC_MEM;
    return;
  }
  HPDF_SetCompressionMode(document_, HPDF_COMP_ALL);
  HPDF_UseUTFEncodings(document_);  // once only: a second time poisons the document
  HPDF_SetCurrentEncoder(document_, "UTF-8");
}

HaruDocument::~HaruDocument() {
  if (document_) HPDF_Free(document_);
}

void HPDF_STDCALL HaruDocument::remember(HPDF_STATUS fault, HPDF_STATUS detail, void* self) {
  HaruDocument& document = *static_cast<HaruDocument*>(self);
  if (document.failed()) return;
  document.fault_ = fault;
  document.detail_ = detail;
}

std::string HaruDocument::fault() const {
  char words[64];
  std::snprintf(words, sizeof words, "0x%04lX, %ld", static_cast<unsigned long>(fault_), static_cast<long>(detail_));
  return words;
}

bool HaruDocument::attempt(const std::function<void()>& work) {
  if (failed()) return false;
  work();
  if (!failed() && HPDF_GetError(document_) == HPDF_OK) return true;
  if (fault_ == HPDF_FAILD_TO_ALLOC_MEM) return false;
  fault_ = HPDF_OK;
  HPDF_ResetError(document_);
  return false;
}

std::string HaruDocument::written() {
  if (failed() || HPDF_SaveToStream(document_) != HPDF_OK || HPDF_ResetStream(document_) != HPDF_OK) return {};
  std::string bytes(HPDF_GetStreamSize(document_), '\0');
  for (std::size_t at = 0; at < bytes.size() && !failed();) {
    auto size = static_cast<HPDF_UINT32>(std::min<std::size_t>(bytes.size() - at, 1u << 20));
    const HPDF_STATUS status = HPDF_ReadFromStream(document_, reinterpret_cast<HPDF_BYTE*>(bytes.data() + at), &size);
    if (size == 0 || (status != HPDF_OK && status != HPDF_STREAM_EOF)) break;
    at += size;
  }
  if (failed()) return {};
  return bytes;
}

}  // namespace lembar::canvas
