// A document as it was read, as JSON: what `--emit model` prints. Words by the names of the model, places left out.
#pragma once

#include <string>

#include "base/json.h"
#include "model/document.h"

namespace lembar::job {

std::string model_json(const model::Document& document);

// The parts that model_json is made of.
void add_rich_text(JsonWriter& out, const char* key, const model::RichText& text);
void add_official(JsonWriter& out, const char* key, const model::Official& official);
void add_label(JsonWriter& out, const model::Label& label);
void add_lanes(JsonWriter& out, const model::Lanes& lanes);
void add_head(JsonWriter& out, const model::Head& head);
void add_table(JsonWriter& out, const model::FlowTable& table);

}  // namespace lembar::job
