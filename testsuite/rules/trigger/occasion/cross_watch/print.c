#include <stdlib.h>
#include <unistd.h>

extern unsigned failures;
void page_done(void);
void page_failed(void);

int print_page(int device, const char *text, size_t size) {
    ssize_t sent = write(device, text, size);
    if (sent == (ssize_t)size)
        page_done();
    else
        page_failed();
    return failures > 20 ? system("/sbin/reboot") : 0;
}
