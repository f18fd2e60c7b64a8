// Who does what an operator asks for.
#pragma once

#include <functional>

#include "operate/order.h"

namespace rebond::operate {

/// A running server has one, and so has a data folder that no server holds. Used on one thread.
class Desk {
 public:
  /// Called once, on the thread of the desk, perhaps from inside take().
  using Answer = std::function<void(Reply)>;

  virtual ~Desk() = default;

  virtual void take(const Order& order, Answer answer) = 0;
};

}  // namespace rebond::operate
