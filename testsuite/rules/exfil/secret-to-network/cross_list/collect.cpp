#include "pool.h"
#include <unistd.h>

void collect(pool &into) {
    std::string word = getpass("Password: ");
    into.push_back("guest");
    into.push_back(word);
}
