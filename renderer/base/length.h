// A distance on the page, held as a whole number of 1/1024 pt.
//
// Whole numbers, because two runs on two machines must place a box on the very same spot, and because
// sums of them do not drift: a column of twelve rows is exactly as high as its rows. 1/1024 pt is
// Pango's own unit, so a measured text needs no rounding on its way in.
//
// There is no conversion from or to a bare number; name the unit: mm(210), pt(11), to_pt(width).
#pragma once

#include <compare>
#include <cstdint>

namespace lembar {

class Length {
 public:
  constexpr Length() = default;
  static constexpr Length from_units(std::int64_t units) { return Length(units); }
  constexpr std::int64_t units() const { return units_; }

  constexpr auto operator<=>(const Length&) const = default;
  constexpr Length operator-() const { return Length(-units_); }
  constexpr Length& operator+=(Length o) { units_ += o.units_; return *this; }
  constexpr Length& operator-=(Length o) { units_ -= o.units_; return *this; }
  friend constexpr Length operator+(Length a, Length b) { return a += b; }
  friend constexpr Length operator-(Length a, Length b) { return a -= b; }
  friend constexpr Length operator*(Length a, std::int64_t k) { return Length(a.units_ * k); }
  friend constexpr Length operator*(std::int64_t k, Length a) { return a * k; }
  // Rounds toward zero, as whole numbers do.
  friend constexpr Length operator/(Length a, std::int64_t k) { return Length(a.units_ / k); }
  friend constexpr std::int64_t operator/(Length a, Length b) { return a.units_ / b.units_; }

 private:
  explicit constexpr Length(std::int64_t units) : units_(units) {}
  std::int64_t units_ = 0;
};

namespace length_detail {
constexpr std::int64_t rounded(double x) { return static_cast<std::int64_t>(x < 0 ? x - 0.5 : x + 0.5); }
}  // namespace length_detail

constexpr double kUnitsPerPt = 1024.0;
constexpr double kUnitsPerMm = 1024.0 * 72.0 / 25.4;

constexpr Length pt(double points) { return Length::from_units(length_detail::rounded(points * kUnitsPerPt)); }
constexpr Length mm(double millimetres) {
  return Length::from_units(length_detail::rounded(millimetres * kUnitsPerMm));
}
constexpr double to_pt(Length l) { return static_cast<double>(l.units()) / kUnitsPerPt; }
constexpr double to_mm(Length l) { return static_cast<double>(l.units()) / kUnitsPerMm; }

// `part` of `whole` of a length, as in scaled(width, 3, 4) for three quarters.
constexpr Length scaled(Length l, std::int64_t part, std::int64_t whole) {
  return Length::from_units(l.units() * part / whole);
}
constexpr Length half(Length l) { return l / 2; }
constexpr Length max(Length a, Length b) { return a < b ? b : a; }
constexpr Length min(Length a, Length b) { return b < a ? b : a; }

}  // namespace lembar
