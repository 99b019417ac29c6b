#include "checker/quantity/time_sky.h"

#include <cmath>
#include <numbers>

namespace crosscheck {
namespace {

constexpr int kFirstYear = 1800, kLastYear = 2200;
constexpr double kCircle = 360.0;
constexpr double kIndianTime = 5.5 / 24;    // days ahead of Greenwich
constexpr double kLunation = 29.530588861;  // days from new moon to new moon
constexpr double kEpoch = 10957.5;          // 2000-01-01 12:00, in days of 1970
constexpr double kCentury = 36525.0;        // days
constexpr double kSunriseHour = 6, kSunsetHour = 18;

double Turn(double degrees) {
  const double rest = std::fmod(degrees, kCircle);
  return rest < 0 ? rest + kCircle : rest;
}

double Sine(double degrees) {
  return std::sin(degrees * std::numbers::pi / 180);
}

// Centuries since 2000 at an hour of a day of Indian time.
double At(Day day, double hour) {
  return (day.number + hour / 24 - kIndianTime - kEpoch) / kCentury;
}

// Longitudes in degrees. J. Meeus, Astronomical Algorithms, chapters 25 and 47,
// the terms above a thirtieth of a degree: good to a few minutes of time.
double Sun(double t) {
  const double mean = 280.46646 + 36000.76983 * t;
  const double anomaly = 357.52911 + 35999.05029 * t;
  return Turn(mean + 1.914602 * Sine(anomaly) + 0.019993 * Sine(2 * anomaly) -
              0.00569);
}

double Moon(double t) {
  const double mean = 218.3164477 + 481267.88123421 * t;
  const double d = 297.8501921 + 445267.1114034 * t;  // from the sun
  const double s = 357.52911 + 35999.05029 * t;       // anomaly of the sun
  const double m = 134.9633964 + 477198.8675055 * t;  // of the moon
  const double f = 93.2720950 + 483202.0175233 * t;   // from its node
  return Turn(mean + 6.288774 * Sine(m) + 1.274027 * Sine(2 * d - m) +
              0.658314 * Sine(2 * d) + 0.213618 * Sine(2 * m) -
              0.185116 * Sine(s) - 0.114332 * Sine(2 * f) +
              0.058793 * Sine(2 * d - 2 * m) + 0.057066 * Sine(2 * d - s - m) +
              0.053322 * Sine(2 * d + m) + 0.045758 * Sine(2 * d - s) -
              0.040923 * Sine(s - m) - 0.034720 * Sine(d) -
              0.030383 * Sine(s + m));
}

// From the stars instead of the equinox, by the reckoning of Lahiri.
double FromStars(double longitude, double t) {
  return Turn(longitude - 23.853 - 1.3969 * t);
}

int SunSign(double t) {
  return static_cast<int>(FromStars(Sun(t), t) / 30) + 1;
}

double Phase(double t) { return Turn(Moon(t) - Sun(t)); }
int Tithi(double t) { return static_cast<int>(Phase(t) / 12) + 1; }

// The new moon at or before `t`.
double NewMoonBefore(double t) {
  constexpr double kMonth = kLunation / kCentury;
  double at = t - Phase(t) / kCircle * kMonth;
  for (int round = 0; round < 4; ++round) {
    double off = Phase(at);
    if (off > kCircle / 2) off -= kCircle;
    at -= off / kCircle * kMonth;
  }
  return at;
}

// Is `t` in this month and not in the leap month before it, in which the sun
// does not change its sign?
bool IsInMonth(double t, int month) {
  const double begin = NewMoonBefore(t - 1e-7);
  const double next = NewMoonBefore(begin + 31 / kCentury);
  const int sign = SunSign(begin);
  return sign % 12 + 1 == month && SunSign(next) != sign;
}

// The first day of `count` from `first` that fits.
template <typename Fits>
std::optional<Day> Search(Day first, int count, const Fits& fits) {
  for (int d = 0; d < count; ++d) {
    const Day day = AddDays(first, d);
    if (fits(day)) return day;
  }
  return std::nullopt;
}

// `find` from the Gregorian year before, or this one: months run over.
template <typename Find>
std::optional<Day> InYear(int year, const Find& find) {
  if (year < kFirstYear || year > kLastYear) return std::nullopt;
  for (int base : {year - 1, year}) {
    const std::optional<Day> day = find(base);
    if (day && ToYearMonthDay(*day).year == year) return day;
  }
  return std::nullopt;
}

// About where month or sign `index` begins: the sun enters Mesha in mid-April.
Day About(int year, int index, int before) {
  return AddDays(*MakeDay(year, 4, 14), (index - 1) * 487 / 16 - before);
}

}  // namespace

std::optional<Day> HinduMoonDay(int year, int month, int tithi, int hour) {
  if (month < 1 || month > 12 || tithi < 1 || tithi > 30) return std::nullopt;
  return InYear(year, [&](int base) {
    return Search(About(base, month, 34), 70, [&](Day day) {
      const double t = At(day, hour), after = At(AddDays(day, 1), hour);
      const int now = Tithi(t);
      // A tithi may begin and end between two of those hours.
      const bool runs = now == tithi || (now < tithi && Tithi(after) > tithi);
      return runs && IsInMonth(t, month);
    });
  });
}

std::optional<Day> HinduSunDay(int year, int sign, int day) {
  if (sign < 1 || sign > 12 || day < 1 || day > 32) return std::nullopt;
  return InYear(year, [&](int base) {
    auto first = Search(About(base, sign, 8), 16, [&](Day one) {
      return SunSign(At(one, kSunsetHour)) == sign;
    });
    return first ? std::optional(AddDays(*first, day - 1)) : first;
  });
}

std::optional<Day> HinduStarDay(int year, int sign, int mansion) {
  if (sign < 1 || sign > 12 || mansion < 1 || mansion > 27) return std::nullopt;
  return InYear(year, [&](int base) {
    return Search(About(base, sign, 3), 36, [&](Day day) {
      const double t = At(day, kSunriseHour);
      const double moon = FromStars(Moon(t), t);
      return SunSign(t) == sign &&
             static_cast<int>(moon * 27 / kCircle) + 1 == mansion;
    });
  });
}

}  // namespace crosscheck
