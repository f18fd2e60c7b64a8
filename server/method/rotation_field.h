// Arithmetic of the finite field with q elements.
#pragma once

#include <optional>
#include <vector>

namespace rebond {

/// A prime power: q = prime ^ degree.
struct PrimePower {
  int prime = 2;
  int degree = 1;
};

/// None when q is not the power of one prime.
std::optional<PrimePower> prime_power(int q);

/// product[a][b] in the field with q elements, for a prime power q. An element is a polynomial
/// whose coefficients are its digits to base `prime`; so addition is digit by digit.
std::vector<std::vector<int>> field_products(PrimePower q);

}  // namespace rebond
