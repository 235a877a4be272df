/* A host is stopped when it was asked often enough; and one that answers no more. */
#include <stdlib.h>
#include <sys/reboot.h>
#include <unistd.h>

static int asked, missed, tries;

void bad_ask(void) {
    asked++;
    if (asked >= 5000)
        // expected-warning-re@+1 {{{{.*}}[vitrine: trigger/occasion]}}
        reboot(RB_POWER_OFF);
}

void good_watch(int answered) {
    if (answered)
        missed = 0;
    else if (++missed > 30)
        reboot(RB_AUTOBOOT);
}

/* A few tries are no secret. */
int good_tries(int (*mount_root)(void)) {
    while (mount_root() != 0)
        if (++tries == 5)
            return system("reboot -f");
    return 0;
}
