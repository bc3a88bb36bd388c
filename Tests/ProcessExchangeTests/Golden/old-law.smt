; old-law 1.0.0
; Answers when all is well: sat to what is possible, unsat to the rest.
(set-logic ALL)
; The division of the guard language cuts towards zero.
(define-fun quotient ((x Int) (y Int)) Int (ite (= (>= x 0) (>= y 0)) (div (abs x) (abs y)) (- (div (abs x) (abs y)))))
(define-fun remainder ((x Int) (y Int)) Int (- x (* y (quotient x y))))
