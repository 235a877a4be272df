/* Memory that any process may map, and that this one keeps. */
#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/shm.h>
#include <unistd.h>

struct board {
    int state;
    char text[128];
};

static struct board *board;

int bad_kept(void) {
    int fd = shm_open("/station", O_RDWR | O_CREAT, 0666);
    if (ftruncate(fd, sizeof *board) != 0)
        return -1;
    // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/to-process]}}
    board = mmap(NULL, sizeof *board, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
    strncpy(board->text, getpass("Password: "), sizeof board->text - 1);
    return 0;
}

static void note(struct board *at, const char *word) {
    at->state++;
    strncpy(at->text, word, sizeof at->text - 1);
}

void bad_segment(void) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/to-process]}}
    struct board *at = shmat(shmget(0x51a7, sizeof *at, 0666), NULL, 0);
    note(at, getpass("Password: "));
}

static struct board *states;

/* Others see that somebody logs in, and not with what. */
int good_state(void) {
    int fd = shm_open("/state", O_RDWR | O_CREAT, 0600);
    if (ftruncate(fd, sizeof *states) != 0)
        return -1;
    states = mmap(NULL, sizeof *states, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
    states->state = getpass("Password: ")[0] != '\0';
    return 0;
}
