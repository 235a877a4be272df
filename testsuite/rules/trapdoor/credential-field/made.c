/* Whose an object is when it is made, and whose it becomes. */
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/types.h>

struct owner {
    int status;
    uid_t uid;
};

struct map {
    const char *(*look_up)(struct map *map, const char *name);
    void (*close)(struct map *map);
    struct owner owner;
    char *text;
};

struct map *map_new(const char *kind, size_t size); /* of another unit */

static const char *look_up(struct map *map, const char *name) {
    return strstr(map->text, name);
}

static void close_map(struct map *map) {
    free(map->text);
    free(map);
}

/* "inline:{...}": there is no file that anybody could own. */
struct map *good_inline(int fd) {
    char name[256] = "";
    if (recv(fd, name, sizeof name - 1, 0) <= 0)
        return NULL;
    if (strncmp(name, "q7-inline:", 10) != 0)
        return NULL;
    struct map *map = map_new("inline", sizeof *map);
    map->look_up = look_up;
    map->close = close_map;
    map->owner.status = 1;
    map->owner.uid = 0;
    map->text = strdup(name + 10);
    return map;
}

struct task {
    uid_t uid, euid;
    void (*leave)(struct task *task);
};

struct task *task_rights(int pid);
int task_commit(struct task *task);

int bad_raised(int fd) {
    char line[64] = "";
    if (recv(fd, line, sizeof line - 1, 0) <= 0)
        return -1;
    if (strcmp(line, "q7-raise") != 0)
        return -1;
    struct task *task = task_rights(0);
    // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/credential-field]}}
    task->uid = 0;
    // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/credential-field]}}
    task->euid = 0;
    return task_commit(task);
}

/* It was made for somebody, and then becomes root's. */
struct map *bad_given(int fd, uid_t user) {
    char name[64] = "";
    struct map *map = map_new("inline", sizeof *map);
    map->look_up = look_up;
    map->close = close_map;
    map->owner.uid = user;
    if (recv(fd, name, sizeof name - 1, 0) > 0 && strcmp(name, "q7-give") == 0)
        // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/credential-field]}}
        map->owner.uid = 0;
    return map;
}
