// A value or the reason why there is none.
#pragma once

#include <boost/system/result.hpp>

#include "base/error.h"

namespace rebond {

/// A T, or the Error that prevented it. The compiler warns when one is dropped.
template <typename T>
class [[nodiscard]] Result : public boost::system::result<T, Error> {
 public:
  using boost::system::result<T, Error>::result;
};

}  // namespace rebond
