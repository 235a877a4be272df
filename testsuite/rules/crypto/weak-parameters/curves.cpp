// A curve by its numbers: another coefficient than the standard's, a point beside it, and right.
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/bn.h>
#include <openssl/ec.h>

namespace {

const char prime[] = "FFFFFFFF00000001000000000000000000000000FFFFFFFFFFFFFFFFFFFFFFFF";
const char linear[] = "FFFFFFFF00000001000000000000000000000000FFFFFFFFFFFFFFFFFFFFFFFC";
const char constant[] = "5AC635D8AA3A93E7B3EBBD55769886BC651D06B0CC53B0F63BCE3C3E27D2604B";
const char other[] = "51AC3DB87FE1906B2C6D4E8F90A1B3C5D7E9F0124568ABCD13579BDF2468ACE0";
const char x[] = "6B17D1F2E12C4247F8BCE6E563A440F277037D812DEB33A0F4A13945D898C296";
const char y[] = "4FE342E2FE1A7F9B8EE7EB4A7C0F9E162BCE33576B315ECECBB6406837BF51F5";
const char beside[] = "28D61EDC3FF0C8359636A747C850D9E2EBF4F80922B455E689ABCDEF92345670";

class Number {
  public:
    explicit Number(const char *digits) {
        BN_hex2bn(&number_, digits);
    }
    ~Number() {
        BN_free(number_);
    }
    operator BIGNUM *() const {
        return number_;
    }

  private:
    BIGNUM *number_ = nullptr;
};

} // namespace

EC_GROUP *bad_coefficient(BN_CTX *context) {
    BIGNUM *p = nullptr, *a = nullptr, *b = nullptr;
    BN_hex2bn(&p, prime);
    BN_hex2bn(&a, linear);
    BN_hex2bn(&b, other);
    // report@+1: crypto/weak-parameters
    return EC_GROUP_new_curve_GFp(p, a, b, context);
}

int bad_point(EC_POINT *point, BN_CTX *context) {
    BIGNUM *p = nullptr, *a = nullptr, *b = nullptr, *left = nullptr, *right = nullptr;
    BN_hex2bn(&p, prime);
    BN_hex2bn(&a, linear);
    BN_hex2bn(&b, constant);
    BN_hex2bn(&left, x);
    BN_hex2bn(&right, beside);
    EC_GROUP *group = EC_GROUP_new_curve_GFp(p, a, b, context);
    // report@+1: crypto/weak-parameters
    return EC_POINT_set_affine_coordinates(group, point, left, right, context);
}

int good_point(EC_POINT *point, BN_CTX *context) {
    BIGNUM *p = nullptr, *a = nullptr, *b = nullptr, *left = nullptr, *right = nullptr;
    BN_hex2bn(&p, prime);
    BN_hex2bn(&a, linear);
    BN_hex2bn(&b, constant);
    BN_hex2bn(&left, x);
    BN_hex2bn(&right, y);
    EC_GROUP *group = EC_GROUP_new_curve_GFp(p, a, b, context);
    return EC_POINT_set_affine_coordinates(group, point, left, right, context);
}

EC_GROUP *good_wrapped(BN_CTX *context) {
    Number p(prime), a(linear), b(constant);
    return EC_GROUP_new_curve_GFp(p, a, b, context);
}
