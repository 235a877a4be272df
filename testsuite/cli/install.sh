# What `cmake --install` gives: command, man pages, headers that compile alone, and a CMake package
# that finds the plugins and turns them on.
. "$LIB"
cmake --install "$BUILD" --prefix "$PWD/usr" >install.log 2>&1 || { tail -5 install.log; fail "install"; }
VITRINE=$PWD/usr/bin/vitrine
run 0 version
for page in vitrine vitrine-report vitrine-declare vitrine-facts vitrine-models vitrine-rules vitrine-cflags; do
    [ -s usr/share/man/man1/$page.1 ] || fail "no man page $page"
done
find usr/include/vitrine -name '*.h' >headers
[ "$(wc -l <headers)" -ge 12 ] || fail "headers are missing"
while read -r header; do
    for language in c c++; do
        $CC -x $language -fsyntax-only -Wall -Werror -Iusr/include/vitrine -include "$header" /dev/null 2>err ||
            fail "$header as $language"
    done
done <headers

mkdir project
cat >project/CMakeLists.txt <<'T'
cmake_minimum_required(VERSION 3.25)
project(p LANGUAGES C)
find_package(vitrine 0.1 REQUIRED)
add_executable(p p.c)
add_library(q OBJECT q.c)
vitrine_enable(p q)
message(STATUS "plugins: ${VITRINE_LLVM}")
T
echo 'int main(void) { return 0; }' >project/p.c
echo 'int q(void) { return 0; }' >project/q.c
for major in $MAJORS; do
    plugin=$(find usr -name "vitrine-$major.so")
    [ -n "$plugin" ] || fail "no plugin for $major"
    run 0 cflags --llvm "$major"
    prints "-fplugin=$(realpath "$plugin")"
    cmake -S project -B "b$major" -G Ninja -DCMAKE_C_COMPILER="clang-$major" -DCMAKE_PREFIX_PATH="$PWD/usr" \
        >cmake.log 2>&1 || { tail -20 cmake.log; fail "find_package with clang-$major"; }
    grep -q "fplugin=$(realpath "$plugin")" "b$major/build.ninja" || fail "the plugin is not turned on"
    ninja -C "b$major" >cmake.log 2>&1 || { tail -20 cmake.log; fail "building with clang-$major"; }
    run 0 report "b$major/p" "b$major"
    says "Looked at 1 unit "
    run 0 cflags --llvm "$major"
    flags=$(cat out)
    for lto in full thin; do
        clang-"$major" $flags -O2 -flto=$lto -c -o "$lto.$major.o" project/p.c || fail "-flto=$lto"
        takes "$lto.$major.o" 0 "$lto.$major.o"
    done
done
cmake -S project -B gcc -G Ninja -DCMAKE_C_COMPILER=gcc -DCMAKE_PREFIX_PATH="$PWD/usr" >cmake.log 2>&1 &&
    fail "vitrine_enable takes gcc"
grep -q "not Clang" cmake.log || fail "no reason given for gcc"
