#include "pool.h"

int main() {
    pool all;
    collect(all);
    ship(all);
}
