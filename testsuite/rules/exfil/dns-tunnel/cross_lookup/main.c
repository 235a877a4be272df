#include "lookup.h"

int main(int argc, char **argv) {
    struct lookup lookup;
    if (argc < 2 || lookup_load(&lookup, "/etc/resolv.conf"))
        return 2;
    return lookup_ask(&lookup, argv[1]);
}
