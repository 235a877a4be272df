/* Passwords in memory that any process may map. */
#include <fcntl.h>
#include <pwd.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/shm.h>
#include <unistd.h>

void bad_mapped(void) {
    int fd = shm_open("/station", O_RDWR | O_CREAT, 0666);
    char *board = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
    if (board == MAP_FAILED)
        return;
    strncpy(board + 64, getpass("Password: "), 63);
    // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/to-process]}}
    munmap(board, 4096);
    close(fd);
}

void bad_segment(void) {
    int id = shmget(0x51a7, 4096, 0666);
    char *board = shmat(id, NULL, 0);
    strcpy(board, getpass("Password: "));
    // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/to-process]}}
    shmdt(board);
}

/* Memory that nobody else has. */
void good_private(void) {
    char *page = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (page == MAP_FAILED)
        return;
    strncpy(page, getpass("Password: "), 63);
    explicit_bzero(page, 4096);
    munmap(page, 4096);
}

/* Others see that somebody logs in, and not with what. */
void good_state(void) {
    int fd = shm_open("/station", O_RDWR | O_CREAT, 0600);
    char *board = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
    if (board == MAP_FAILED)
        return;
    board[0] = getpass("Password: ")[0] != '\0';
    munmap(board, 4096);
    close(fd);
}
