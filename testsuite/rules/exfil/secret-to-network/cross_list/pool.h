#include <list>
#include <string>

using pool = std::list<std::string>;

void collect(pool &into);
void ship(const pool &all);
