/* An interpreter inside the program gets what a peer says, or what stands in a file. */
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

typedef struct lua_State lua_State;

int luaL_loadstring(lua_State *state, const char *code);
int luaL_loadfilex(lua_State *state, const char *path, const char *mode);
const char *lua_pushstring(lua_State *state, const char *text);
int lua_pcallk(lua_State *state, int n, int results, int handler, long context, void *next);

struct session {
    lua_State *lua;
    char *text;
};

static int take(struct session *session, int in) {
    session->text = calloc(1, 8192);
    return session->text && recv(in, session->text, 8191, 0) > 0;
}

int bad_session(struct session *session, int in) {
    if (!take(session, in))
        return -1;
    // expected-warning-re@+1 {{{{.*}}[vitrine: update/remote-code]}}
    return luaL_loadstring(session->lua, session->text) ||
           lua_pcallk(session->lua, 0, 0, 0, 0, NULL);
}

/* The peer's words are data for a script of the product. */
int good_session(struct session *session, int in) {
    if (!take(session, in) || luaL_loadfilex(session->lua, "/usr/share/box/filter.lua", NULL))
        return -1;
    lua_pushstring(session->lua, session->text);
    return lua_pcallk(session->lua, 1, 0, 0, 0, NULL);
}

int good_settings(lua_State *lua, const char *path) {
    return luaL_loadfilex(lua, path, NULL) || lua_pcallk(lua, 0, 0, 0, 0, NULL);
}
