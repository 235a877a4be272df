// C++: virtual calls, constructors, exceptions, templates, globals with initialisers.
extern "C" int puts(const char *);
namespace net {
struct shape { virtual ~shape(); virtual int area(int k) const = 0; int tag = 3; };
struct square : shape { int side; explicit square(int s) : side(s) {} int area(int k) const override { return side * side + k; } };
}
net::shape::~shape() { puts("gone"); }
int measure(const net::shape &s) { return s.area(2); }
template <class T> T twice(T x) { return x + x; }
int guard(int x)
{
    try {
        net::square q(x);
        if (x > 3) throw 7;
        return measure(q) + twice(x);
    } catch (int e) {
        return e;
    }
}
struct logger { logger() { puts("start"); } ~logger() { puts("stop"); } };
static logger global;
auto lambda = [](int x) { return x + 1; };
int call() { return lambda(2); }
