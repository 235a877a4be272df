#include "spool.h"

int main(void) {
    spool_start();
    return !login_ask();
}
