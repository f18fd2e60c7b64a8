// Arithmetic of the finite field with q elements.
#include "method/rotation_field.h"

#include "base/check.h"

namespace rebond {
namespace {

using Polynomial = std::vector<int>;  // coefficients, lowest first

Polynomial digits(int number, int prime, int count) {
  Polynomial result;
  for (int i = 0; i < count; ++i, number /= prime) result.push_back(number % prime);
  return result;
}

int number_of(const Polynomial& digits, int prime, int count) {
  int number = 0;
  for (int i = count - 1; i >= 0; --i) {
    number = number * prime + digits[static_cast<std::size_t>(i)];
  }
  return number;
}

int size_of(PrimePower q) {
  int size = 1;
  for (int i = 0; i < q.degree; ++i) size *= q.prime;
  return size;
}

/// a * b modulo x^degree + tail.
int multiply(int a, int b, PrimePower q, const Polynomial& tail) {
  const auto degree = static_cast<std::size_t>(q.degree);
  const Polynomial left = digits(a, q.prime, q.degree);
  const Polynomial right = digits(b, q.prime, q.degree);
  Polynomial product(2 * degree, 0);
  for (std::size_t i = 0; i < degree; ++i) {
    for (std::size_t j = 0; j < degree; ++j) {
      product[i + j] = (product[i + j] + left[i] * right[j]) % q.prime;
    }
  }
  for (std::size_t i = 2 * degree - 1; i >= degree; --i) {
    const int factor = product[i];
    product[i] = 0;
    for (std::size_t j = 0; j < degree; ++j) {
      int& low = product[i - degree + j];
      low = (low + (q.prime - tail[j]) * factor) % q.prime;
    }
  }
  return number_of(product, q.prime, q.degree);
}

/// Without divisors of zero, so that the ring is a field.
bool is_field(const std::vector<std::vector<int>>& product) {
  for (std::size_t a = 1; a < product.size(); ++a) {
    for (std::size_t b = 1; b < product.size(); ++b) {
      if (product[a][b] == 0) return false;
    }
  }
  return true;
}

}  // namespace

std::optional<PrimePower> prime_power(int q) {
  if (q < 2) return std::nullopt;
  int prime = 2;
  while (prime * prime <= q && q % prime != 0) ++prime;
  if (q % prime != 0) prime = q;
  int degree = 0;
  for (; q % prime == 0; q /= prime) ++degree;
  if (q != 1) return std::nullopt;
  return PrimePower{prime, degree};
}

std::vector<std::vector<int>> field_products(PrimePower q) {
  const int size = size_of(q);
  const auto count = static_cast<std::size_t>(size);
  for (int candidate = 0; candidate < size; ++candidate) {
    const Polynomial tail = digits(candidate, q.prime, q.degree);
    std::vector<std::vector<int>> product(count, std::vector<int>(count));
    for (int a = 0; a < size; ++a) {
      for (int b = 0; b < size; ++b) {
        product[static_cast<std::size_t>(a)][static_cast<std::size_t>(b)] = multiply(a, b, q, tail);
      }
    }
    if (is_field(product)) return product;
  }
  // Every degree has an irreducible polynomial.
  CHECK(false);
  return {};
}

}  // namespace rebond
