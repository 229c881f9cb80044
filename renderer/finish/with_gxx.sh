#!/bin/sh
# Compiles one file with g++ in a build of clang: the headers of qpdf 11 hold a vector of a class that is not complete
# yet, which clang refuses in C++20. The objects of both fit together. Usage, as a launcher: with_gxx.sh CLANG ARGUMENT…
shift
for argument; do
  shift
  case $argument in
    -fsanitize=fuzzer*) ;;
    *) set -- "$@" "$argument" ;;
  esac
done
exec g++ "$@"
