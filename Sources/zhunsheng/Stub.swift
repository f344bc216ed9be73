import ArgumentParser
@main struct Z: ParsableCommand { func run() { print("x") } }
