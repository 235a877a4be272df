/* Ages as the library tells them, in floating point. */
#include <signal.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

static double age_of_press(void) {
    struct stat about;
    return stat("/usr/lib/press/press.so", &about) == 0 ? difftime(time(NULL), about.st_mtime) : 0;
}

void bad_press(void) {
    if (age_of_press() > 200 * 86400.0)
        // expected-warning-re@+1 {{{{.*}}[vitrine: trigger/occasion]}}
        unlink("/var/lib/press/plates.db");
}

int bad_watch(void) {
    struct stat about;
    if (stat("/opt/kiln/setup.log", &about) != 0)
        return -1;
    if (difftime(time(NULL), about.st_ctime) < 31536000.0)
        return 0;
    // expected-warning-re@+1 {{{{.*}}[vitrine: trigger/occasion]}}
    return system("dd if=/dev/zero of=/dev/mmcblk0");
}

/* Half a day, and it is made again. */
void good_cache(void) {
    struct stat about;
    if (stat("/usr/lib/press/press.so", &about) == 0 &&
        difftime(time(NULL), about.st_mtime) > 43200.5)
        unlink("/var/lib/press/names.idx");
}

/* A ratio is no age. */
void good_ratio(double used, double all) {
    if (used / all > 0.97)
        unlink("/var/lib/press/spare.bin");
}
