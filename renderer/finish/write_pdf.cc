#include "finish/write_pdf.h"

#include <qpdf/Pl_String.hh>
#include <qpdf/QPDFCryptoProvider.hh>
#include <qpdf/QUtil.hh>

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

#include "base/assert.h"
#include "base/side_by_side.h"
#include "finish/pack.h"

namespace lembar::finish {

namespace {

using Object = QPDFObjectHandle;

constexpr std::size_t kMostInStream = 100, kStreamsWorthAThread = 16;

std::string md5(std::string_view data) {
  const std::shared_ptr<QPDFCryptoImpl> sum = QPDFCryptoProvider::getImpl();
  sum->MD5_init();
  sum->MD5_update(reinterpret_cast<const unsigned char*>(data.data()), data.size());
  sum->MD5_finalize();
  QPDFCryptoImpl::MD5_Digest digest;
  sum->MD5_digest(digest);
  return {reinterpret_cast<const char*>(digest), sizeof digest};
}

std::size_t bytes_needed(std::size_t number) {
  std::size_t bytes = 0;
  for (; number != 0; number >>= 8) ++bytes;
  return bytes;
}

void add_binary(std::string& out, std::size_t number, std::size_t bytes) {
  while (bytes-- > 0) out += static_cast<char>(number >> (8 * bytes) & 0xff);
}

class Writer {
 public:
  explicit Writer(QPDF& pdf) : pdf_(pdf) {}

  std::string write() {
    gather();
    make_groups();
    Object root = pdf_.getRoot();
    enqueue(root);
    for (auto& [key, value] : pdf_.getTrailer().getDictAsMap())
      if (value.isIndirect()) enqueue(value);
    for (std::size_t at = 0; at < queue_.size(); ++at) {
      const Entry entry = queue_[at];
      parts_.push_back(entry.group < 0 ? stream_part(entry.stream) : group_part(entry.group));
    }
    side_by_side(parts_.size(), kStreamsWorthAThread, [this](std::size_t i) {
      if (parts_[i].group >= 0) pack_group(parts_[i]);
    });
    return joined();
  }

 private:
  struct Known {
    bool met = false;
    int group = -1;  // of those that share an object stream
    int number = 0;  // in the file
  };
  struct Group {
    std::size_t first = 0, last = 0;  // of grouped_
    int number = 0;
  };
  struct Entry {
    int group = -1;
    Object stream;  // if it is none
  };
  // What stands between "obj" and "endobj".
  struct Part {
    int number = 0, group = -1;
    std::string bytes;        // of a group, until it is packed: its objects
    std::string places = {};  // of a group: numbers and places of its objects, which stand before them
  };

  Known& known(Object& object) {
    const QPDFObjGen id = object.getObjGen();
    LEMBAR_ASSERT(id.getGen() == 0, "objects of ours have no earlier generations");
    if (known_.size() <= static_cast<std::size_t>(id.getObj())) known_.resize(2 * static_cast<std::size_t>(id.getObj()) + 1);
    return known_[static_cast<std::size_t>(id.getObj())];
  }

  // All objects that can stand in object streams, in the order in which they are met from the trailer on.
  void gather() {
    std::vector<Object> open{pdf_.getTrailer()};
    while (!open.empty()) {
      Object object = std::move(open.back());
      open.pop_back();
      const bool is_stream = object.isStream();
      if (object.isIndirect()) {
        if (std::exchange(known(object).met, true)) continue;
        if (!is_stream) grouped_.push_back(object);
      }
      if (is_stream || object.isDictionary()) {
        auto entries = (is_stream ? object.getDict() : object).getDictAsMap();
        for (auto entry = entries.rbegin(); entry != entries.rend(); ++entry)
          if (!(is_stream && entry->first == "/Length") && !entry->second.isNull()) open.push_back(entry->second);
      } else if (object.isArray()) {
        const std::vector<Object> items = object.getArrayAsVector();
        open.insert(open.end(), items.rbegin(), items.rend());
      }
    }
  }

  // As evenly as may be; within a group by their numbers.
  void make_groups() {
    if (grouped_.empty()) return;
    const std::size_t count = (grouped_.size() + kMostInStream - 1) / kMostInStream, each = (grouped_.size() + count - 1) / count;
    for (std::size_t first = 0; first < grouped_.size(); first += each) {
      const std::size_t last = std::min(first + each, grouped_.size());
      std::sort(grouped_.begin() + first, grouped_.begin() + last, [](Object& a, Object& b) { return a.getObjectID() < b.getObjectID(); });
      for (std::size_t i = first; i < last; ++i) known(grouped_[i]).group = static_cast<int>(groups_.size());
      groups_.push_back({first, last});
    }
    most_in_group_ = groups_.front().last;
  }

  // Numbers go to objects as they are met in what is written; to those of a group all at once.
  void enqueue(Object& object) {
    Known& of_object = known(object);
    if (of_object.number > 0) return;
    if (of_object.group < 0) {
      of_object.number = next_number_++;
      queue_.push_back({-1, object});
      return;
    }
    const int at = of_object.group;
    Group& group = groups_[at];
    group.number = next_number_++;
    for (std::size_t i = group.first; i < group.last; ++i) known(grouped_[i]).number = next_number_++;
    queue_.push_back({at, {}});
  }

  void add_child(Object& child, std::string& out) {
    if (!child.isIndirect()) return add_value(child, out);
    enqueue(child);
    out += std::to_string(known(child).number);
    out += " 0 R";
  }

  void add_value(Object& object, std::string& out) {
    switch (object.getTypeCode()) {
      case ::ot_array:
        out += '[';
        for (Object& item : object.getArrayAsVector()) {
          out += ' ';
          add_child(item, out);
        }
        out += " ]";
        break;
      case ::ot_dictionary:
        out += "<<";
        for (auto& [key, value] : object.getDictAsMap()) add_entry(key, value, out);
        out += " >>";
        break;
      default: out += object.unparseResolved();
    }
  }

  void add_entry(const std::string& key, Object& value, std::string& out) {
    if (value.isNull()) return;
    std::string& name = names_[key];
    if (name.empty()) name = " " + Object::newName(key).unparse() + " ";
    out += name;
    add_child(value, out);
  }

  Part group_part(int at) {
    const Group group = groups_[at];
    Part part{group.number, at, ""};
    for (std::size_t i = group.first; i < group.last; ++i) {
      if (i > group.first) part.places += ' ';
      part.places += std::to_string(known(grouped_[i]).number) + " " + std::to_string(part.bytes.size());
      add_value(grouped_[i], part.bytes);
      part.bytes += '\n';
    }
    part.places += '\n';
    return part;
  }

  void pack_group(Part& part) const {
    const Group& group = groups_[part.group];
    const std::string data = packed(part.places + part.bytes);
    part.bytes = "<< /Type /ObjStm /Length " + std::to_string(data.size()) + " /Filter /FlateDecode /N " +
                 std::to_string(group.last - group.first) + " /First " + std::to_string(part.places.size()) + " >>\nstream\n" + data +
                 "\nendstream";
  }

  // Streams are packed, unless they are already; XMP stays readable for programs that know no PDF.
  Part stream_part(Object stream) {
    Object dictionary = stream.getDict(), filter = dictionary.getKey("/Filter");
    const bool plain = dictionary.isDictionaryOfType("/Metadata");
    const bool is_packed = !plain && (filter.isNameAndEquals("/FlateDecode") || filter.isNameAndEquals("/Fl"));
    std::string data;
    bool changed = !is_packed;
    if (changed) changed = pipe(stream, plain ? 0 : qpdf_ef_compress, plain ? qpdf_dl_all : qpdf_dl_generalized, data);
    if (!changed) pipe(stream, 0, qpdf_dl_none, data);
    Part part{known(stream).number, -1, "<<"};
    for (auto& [key, value] : dictionary.getDictAsMap()) {
      if (key == "/Length" || (changed && (key == "/Filter" || key == "/DecodeParms"))) continue;
      if (key == "/DecodeParms" && value.isArray() && value.getArrayNItems() == 0) continue;
      add_entry(key, value, part.bytes);
    }
    part.bytes += " /Length " + std::to_string(data.size());
    if (changed && !plain) part.bytes += " /Filter /FlateDecode";
    part.bytes += " >>\nstream\n";
    part.bytes += data;
    part.bytes += "\nendstream";
    return part;
  }

  // False where the data could not be changed so, and is nothing.
  static bool pipe(Object stream, int encode, qpdf_stream_decode_level_e decode, std::string& data) {
    data.clear();
    Pl_String end("stream", nullptr, data);
    return stream.pipeStreamData(&end, encode, decode, false, decode != qpdf_dl_none);
  }

  std::string joined() {
    std::string out = "%PDF-1.7\n%\xbf\xf7\xa2\xfe\n";
    std::vector<std::size_t> places(static_cast<std::size_t>(next_number_) + 1, 0);  // by number; 0: in a group
    for (Part& part : parts_) {
      places[static_cast<std::size_t>(part.number)] = out.size();
      out += std::to_string(part.number) + " 0 obj\n" + part.bytes + "\nendobj\n";
      part.bytes = std::string();
    }
    const std::size_t start = out.size();
    places.back() = start;
    add_cross_references(places, out);
    out += "startxref\n" + std::to_string(start) + "\n%%EOF\n";
    return out;
  }

  // The last number is the list's own.
  void add_cross_references(const std::vector<std::size_t>& places, std::string& out) {
    const std::size_t own = places.size() - 1;
    const std::size_t wide = std::max(bytes_needed(places.back()), bytes_needed(own)), narrow = bytes_needed(most_in_group_ - 1);
    std::vector<std::pair<std::size_t, std::size_t>> in_group(places.size());  // stream, index
    for (const Group& group : groups_)
      for (std::size_t i = group.first; i < group.last; ++i) in_group[known(grouped_[i]).number] = {group.number, i - group.first};
    std::string rows, row, last(1 + wide + narrow, '\0');
    for (std::size_t i = 0; i <= own; ++i) {
      row.clear();
      const int kind = i == 0 ? 0 : places[i] > 0 ? 1 : 2;
      add_binary(row, static_cast<std::size_t>(kind), 1);
      add_binary(row, kind == 2 ? in_group[i].first : places[i], wide);
      add_binary(row, kind == 2 ? in_group[i].second : 0, narrow);
      rows += '\2';  // each byte less the one above
      for (std::size_t k = 0; k < row.size(); ++k) rows += static_cast<char>(row[k] - last[k]);
      last = row;
    }
    const std::string data = packed(rows);
    out += std::to_string(own) + " 0 obj\n<< /Type /XRef /Length " + std::to_string(data.size()) + " /Filter /FlateDecode /DecodeParms << /Columns " +
           std::to_string(row.size()) + " /Predictor 12 >> /W [ 1 " + std::to_string(wide) + " " + std::to_string(narrow) + " ]";
    for (auto& [key, value] : pdf_.getTrailer().getDictAsMap()) {
      if (key == "/Size")
        out += " /Size " + std::to_string(places.size());
      else
        add_entry(key, value, out);
    }
    const std::string id = "<" + QUtil::hex_encode(identity(out + " /ID [")) + ">";
    out += " /ID [" + id + id + "] >>\nstream\n" + data + "\nendstream\nendobj\n";
  }

  // Of all that stands before it, and of what the file says about itself.
  std::string identity(const std::string& before) {
    std::string seed = QUtil::hex_encode(md5(before)) + " QPDF ";
    Object information = pdf_.getTrailer().getKey("/Info");
    if (information.isDictionary())
      for (auto& [key, value] : information.getDictAsMap())
        if (value.isString()) seed += " " + value.getStringValue();
    return md5(seed.substr(0, seed.find('\0')));  // qpdf takes it for a C string
  }

  QPDF& pdf_;
  std::vector<Known> known_;  // by number in pdf_
  std::vector<Object> grouped_;
  std::vector<Group> groups_;
  std::size_t most_in_group_ = 1;
  std::vector<Entry> queue_;
  std::vector<Part> parts_;
  std::map<std::string, std::string> names_;
  int next_number_ = 1;
};

}  // namespace

std::string write_pdf(QPDF& pdf) { return Writer(pdf).write(); }

}  // namespace lembar::finish
