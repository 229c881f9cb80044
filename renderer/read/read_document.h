// From the bytes of an XML file to the model: the stage `read`.
//
// Promise: every breach of the vocabulary is reported with line and column, all of them at once; what comes out is
// what the file says, word for word, with white space normalised and a compilation's inheritance filled in. No
// bytes, however broken, crash it, hang it or use up the memory. References are looked at by `check`, not here.
#pragma once

#include <string>

#include "base/file_loader.h"
#include "base/outcome.h"
#include "base/source_span.h"
#include "model/document.h"

namespace lembar::read {

// `loader` gives the files that a <sertakan> names: this stage does not touch the disk. `name` is how the user named the file; included paths start in its folder. `files` gets it first, then those that
// it includes, in reading order.
Outcome<model::Document> read_document(SourceFiles& files, std::string name, std::string bytes, const FileLoader& loader);

// Where `path`, written in the file `name`, leads. Absolute paths stay.
std::string path_beside(const std::string& name, const std::string& path);

}  // namespace lembar::read
