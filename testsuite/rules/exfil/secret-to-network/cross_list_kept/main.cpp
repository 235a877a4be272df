// report: nothing
#include "pool.h"

int main() {
    pool asked, all;
    collect(asked);
    all.push_back(std::to_string(asked.size()));
    ship(all);
}
