/* A request names the script that an embedded interpreter runs. */
#include <stdio.h>
#include <sys/socket.h>

typedef struct lua_State lua_State;
int luaL_loadfilex(lua_State *state, const char *path, const char *mode);
int lua_pcallk(lua_State *state, int n, int results, int handler, long context, void *f);

struct request {
    unsigned char kind;
    char script[63];
};

int bad_script(lua_State *state, int fd) {
    struct request request;
    struct sockaddr_storage from;
    socklen_t size = sizeof from;
    if (recvfrom(fd, &request, sizeof request, 0, (struct sockaddr *)&from, &size) < 2)
        return -1;
    request.script[sizeof request.script - 1] = '\0';
    // expected-warning-re@+1 {{{{.*}}[vitrine: update/remote-load]}}
    if (luaL_loadfilex(state, request.script, NULL))
        return -1;
    return lua_pcallk(state, 0, 0, 0, 0, NULL);
}

/* The kind of the request chooses. */
int good_script(lua_State *state, int fd) {
    struct request request;
    if (recv(fd, &request, sizeof request, 0) < 2)
        return -1;
    if (luaL_loadfilex(
            state, request.kind == 1 ? "/usr/share/station/on.lua" : "/usr/share/station/off.lua",
            NULL))
        return -1;
    return lua_pcallk(state, 0, 0, 0, 0, NULL);
}
