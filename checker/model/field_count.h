#ifndef CROSSCHECK_CHECKER_MODEL_FIELD_COUNT_H_
#define CROSSCHECK_CHECKER_MODEL_FIELD_COUNT_H_

#include <cstddef>
#include <utility>

namespace crosscheck {

// How many fields a plain struct has, at compile time: the most values it can
// be made of in braces. So that who adds a field to a noun is told, by a
// static_assert, where it has to be packed too.
//
//   struct Pair { int a; std::string b; };
//   static_assert(FieldCount<Pair>() == 2);
struct AnyField {
  template <typename T>
  operator T() const;  // NOLINT: stands for a value of any type
};

template <typename T, size_t... I>
constexpr bool MadeOf(std::index_sequence<I...>) {
  return requires { T{(static_cast<void>(I), AnyField{})...}; };
}

template <typename T, size_t kCount = 64>
constexpr size_t FieldCount() {
  if constexpr (kCount == 0) {
    return 0;
  } else if constexpr (MadeOf<T>(std::make_index_sequence<kCount>())) {
    return kCount;
  } else {
    return FieldCount<T, kCount - 1>();
  }
}

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_MODEL_FIELD_COUNT_H_
