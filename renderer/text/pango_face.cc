#include "text/pango_face.h"

#include <fontconfig/fontconfig.h>
#include <pango/pangofc-fontmap.h>
#include <pango/pangoft2.h>

#include "base/assert.h"

namespace lembar::text {
namespace {

void leave_unhinted(FcPattern* pattern, gpointer) {
  for (const char* key : {FC_HINTING, FC_AUTOHINT, FC_EMBEDDED_BITMAP}) {
    FcPatternDel(pattern, key);
    FcPatternAddBool(pattern, key, FcFalse);
  }
  FcPatternDel(pattern, FC_HINT_STYLE);
  FcPatternAddInteger(pattern, FC_HINT_STYLE, FC_HINT_NONE);
}

// Only this face of a collection stays in the set.
std::string keep_one_face(FcConfig* config, int index) {
  FcFontSet* set = FcConfigGetFonts(config, FcSetApplication);
  LEMBAR_ASSERT(set && set->nfont > 0, "a font file that was added is in the set");
  FcPattern* kept = nullptr;
  for (int i = 0; i < set->nfont; ++i) {
    int at = 0;
    FcPatternGetInteger(set->fonts[i], FC_INDEX, 0, &at);
    FcBool variable = FcFalse;
    FcPatternGetBool(set->fonts[i], FC_VARIABLE, 0, &variable);
    if (!kept && (at & 0xFFFF) == index && !variable) kept = set->fonts[i];
  }
  if (!kept) kept = set->fonts[0];
  for (int i = 0; i < set->nfont; ++i)
    if (set->fonts[i] != kept) FcPatternDestroy(set->fonts[i]);
  set->fonts[0] = kept;
  set->nfont = 1;
  FcChar8* family = nullptr;
  FcPatternGetString(kept, FC_FAMILY, 0, &family);
  return family ? reinterpret_cast<const char*>(family) : "";
}

}  // namespace

struct PangoFace::Parts {
  template <class T, void (*kFree)(T*)>
  struct Freed {
    void operator()(T* p) const { kFree(p); }
  };
  template <class T>
  struct Unreferenced {
    void operator()(T* p) const { g_object_unref(p); }
  };

  std::unique_ptr<FcConfig, Freed<FcConfig, FcConfigDestroy>> config;
  std::unique_ptr<PangoFontMap, Unreferenced<PangoFontMap>> map;
  std::unique_ptr<PangoContext, Unreferenced<PangoContext>> context;
  std::unique_ptr<PangoFont, Unreferenced<PangoFont>> font;
  std::unique_ptr<PangoAttrList, Freed<PangoAttrList, pango_attr_list_unref>> attributes;
};

PangoFace::PangoFace(const Face& face) : parts_(std::make_unique<Parts>()) {
  Parts& p = *parts_;
  p.config.reset(FcConfigCreate());
  const bool added = FcConfigAppFontAddFile(p.config.get(), reinterpret_cast<const FcChar8*>(face.path.c_str()));
  LEMBAR_ASSERT(added, "a font file that the book has found can be read");
  const std::string family = keep_one_face(p.config.get(), face.index);

  p.map.reset(pango_ft2_font_map_new());
  pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(p.map.get()), p.config.get());
  pango_ft2_font_map_set_resolution(PANGO_FT2_FONT_MAP(p.map.get()), 72, 72);
  pango_fc_font_map_set_default_substitute(PANGO_FC_FONT_MAP(p.map.get()), leave_unhinted, nullptr, nullptr);
  p.context.reset(pango_font_map_create_context(p.map.get()));
  pango_context_set_round_glyph_positions(p.context.get(), FALSE);
  pango_context_set_base_dir(p.context.get(), PANGO_DIRECTION_LTR);
  PangoLanguage* language = pango_language_from_string("id");
  pango_context_set_language(p.context.get(), language);

  PangoFontDescription* wish = pango_font_description_new();
  pango_font_description_set_family(wish, family.c_str());
  pango_font_description_set_absolute_size(wish, double(kDesignSize) * PANGO_SCALE);
  if (face.bold) pango_font_description_set_weight(wish, PANGO_WEIGHT_BOLD);
  if (face.italic) pango_font_description_set_style(wish, PANGO_STYLE_ITALIC);
  pango_context_set_font_description(p.context.get(), wish);
  p.font.reset(pango_font_map_load_font(p.map.get(), p.context.get(), wish));
  LEMBAR_ASSERT(p.font != nullptr, "Pango loads the one font of its set");
  p.attributes.reset(pango_attr_list_new());
  // One glyph for each letter: a ligature's letters could not be found in the finished file.
  pango_attr_list_insert(p.attributes.get(), pango_attr_font_features_new("liga=0, clig=0, dlig=0, hlig=0"));
  pango_font_description_free(wish);
}

PangoFace::~PangoFace() {
  // A font map of Pango 1.50 never lets go of its set by itself.
  parts_->font.reset();
  parts_->context.reset();
  pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(parts_->map.get()), nullptr);
}

bool PangoFace::has(char32_t c) const { return pango_font_has_char(parts_->font.get(), c); }

std::vector<PangoFace::DesignGlyph> PangoFace::shape(const std::string& text) const {
  std::vector<DesignGlyph> glyphs;
  if (text.empty()) return glyphs;
  GList* items = pango_itemize_with_base_dir(parts_->context.get(), PANGO_DIRECTION_LTR, text.c_str(), 0,
                                             static_cast<int>(text.size()), parts_->attributes.get(), nullptr);
  PangoGlyphString* shaped = pango_glyph_string_new();
  for (GList* at = items; at; at = at->next) {
    auto* item = static_cast<PangoItem*>(at->data);
    pango_shape_with_flags(text.c_str() + item->offset, item->length, text.c_str(), static_cast<int>(text.size()),
                           &item->analysis, shaped, PANGO_SHAPE_NONE);
    for (int i = 0; i < shaped->num_glyphs; ++i) {
      const PangoGlyphInfo& g = shaped->glyphs[i];
      if (g.glyph == PANGO_GLYPH_EMPTY) continue;
      const bool missing = (g.glyph & PANGO_GLYPH_UNKNOWN_FLAG) != 0;
      glyphs.push_back({missing ? 0 : g.glyph, g.geometry.width, g.geometry.x_offset, g.geometry.y_offset,
                        static_cast<std::uint32_t>(item->offset + shaped->log_clusters[i]), missing});
    }
  }
  pango_glyph_string_free(shaped);
  g_list_free_full(items, [](gpointer item) { pango_item_free(static_cast<PangoItem*>(item)); });
  return glyphs;
}

}  // namespace lembar::text
