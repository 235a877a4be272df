/* What texts that a shell gets do, as far as rules have to know. */
#ifndef VT_CHECKERS_COMMAND_H
#define VT_CHECKERS_COMMAND_H

#include <stdbool.h>
#include <stddef.h>

struct vt_arena;
struct vt_models;

/* True if PATH names a program that takes code as an argument: a shell, an interpreter. */
bool vt_command_interprets(const char *path);

/* True if argument TEXT of such a program says that the next one is code: -c of shells, -e of
 * others, /c of Windows. */
bool vt_command_announces_code(const char *text);

/* True if argument TEXT of such a program is neither code nor a file with code: it reads its code
 * from standard input if no argument is. */
bool vt_command_leaves_code_open(const char *text);

/* True if TEXT is a command that runs such a program, and all its arguments leave that open. */
bool vt_command_reads_code(const char *text);

/* True if the file whose name stands at AT in command TEXT is run: by itself, by an interpreter, or
 * by what installs packages; or if it is made executable. AT may be the end of TEXT. */
bool vt_command_runs(const char *text, const char *at);

/* True if a command that TEXT is part of may run a file that is put in where TEXT has a place for
 * it ("%s"), or behind TEXT. */
bool vt_command_runs_argument(const char *text);

/* True if command TEXT runs FILE, as vt_command_runs, which it names. */
bool vt_command_runs_file(const char *text, const char *file);

/* True if TEXT is a command that installs packages or firmware. */
bool vt_command_installs(const char *text);

/* True if some command of TEXT is a program that fetches files. */
bool vt_command_has_fetcher(const char *text);

/* True if some command of TEXT is a program that sends what it is given to another host. */
bool vt_command_sends(const char *text);

/* True if something behind the first command of TEXT is run: what a pipe leads to, or the next. */
bool vt_command_has_runner(const char *text);

/* Where command TEXT fetches something from that it runs as well, in the clear: the URL in TEXT, or
 * NULL if it does no such thing. */
const char *vt_command_fetches(const char *text);

/* The same for what it fetches by TLS whose peer it is told not to verify. */
const char *vt_command_fetches_unverified(const char *text);

/* True if TEXT begins as an URL of what comes in the clear. */
bool vt_url_is_plain(const char *text);

/* The first URL in command TEXT that something can be fetched from, or NULL. */
const char *vt_command_url(const char *text);

/* True if what a program of command TEXT fetches is run without being a file. */
bool vt_command_runs_page(const char *text);

/* The files that programs of command TEXT may put into what they fetch, as far as it names them,
 * *COUNT of them, in ARENA; what lies in the folder where they run by its name alone, and, if that
 * is known, by its path as well. */
const char **vt_command_saves(const char *text, struct vt_arena *arena, size_t *count);

/* True if a program of command TEXT compares digests or signatures. */
bool vt_command_verifies(const char *text);

/* The absolute paths of files that command TEXT removes or empties, *COUNT of them, in ARENA. */
const char **vt_command_removes(const char *text, struct vt_arena *arena, size_t *count);

/* The files that command TEXT prints, as it names them, *COUNT of them, in ARENA. */
const char **vt_command_prints(const char *text, struct vt_arena *arena, size_t *count);

/* True if patterns of kind "program" say that what some command of TEXT prints is of CLASS_NAME. */
bool vt_command_tells(const struct vt_models *models, const char *text, const char *class_name);

/* The files that command TEXT sends to another host, as it names them, *COUNT of them, in ARENA. */
const char **vt_command_sent(const char *text, struct vt_arena *arena, size_t *count);

/* The files that command TEXT writes to, as it names them, *COUNT of them, in ARENA. */
const char **vt_command_writes(const char *text, struct vt_arena *arena, size_t *count);

/* The class of models' places that command TEXT puts something in without the name of a file, as
 * by what keeps timers, services and accounts; NULL: none. */
const char *vt_command_plants(const char *text);

/* True if some command of TEXT writes over a disk, or makes a file system on one. */
bool vt_command_overwrites(const char *text);

/* True if the first command of TEXT stops the host or starts it again. */
bool vt_command_stops(const char *text);

/* True if TEXT, which a database is given, drops a table or all that stands in it. One that may not
 * be there ("IF EXISTS") is made anew. */
bool vt_command_drops(const char *text);

/* True if command or path TEXT is a shell without work to do, or a program that lets others in. */
bool vt_command_opens(const char *text);

/* True if command TEXT joins a shell and a connection. */
bool vt_command_connects_shell(const char *text);

#endif
